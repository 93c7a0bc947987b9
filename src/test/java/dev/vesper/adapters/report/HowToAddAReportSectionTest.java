package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.basics.Registry;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section of the how-to page, compiled as it stands there and added to the list. */
class HowToAddAReportSectionTest {
    private static final String NAME = "dev.vesper.adapters.report.section.SectorsSection";

    @TempDir
    Path folder;

    @Test
    void theSectionOfThePageIsOnThePageInItsCsvAndOnTheTerminal() throws Exception {
        List<Section> sections = new ArrayList<>(Sections.ALL.all());
        sections.add((Section) compiled().getDeclaredConstructor().newInstance());
        Registry<Section> all = Sections.of(sections);
        var run = SampleRun.of(10, 2).build();
        List<String> files = new RunReportWriter(all).write(run, folder);

        String health = run.fills().stream()
                .filter(f -> run.firm().instruments().get(f.symbol()).sector().equals("Health Care"))
                .map(f -> f.price().multiply(f.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        assertTrue(files.contains("sectors.csv"));
        List<String> csv = Files.readAllLines(folder.resolve("sectors.csv"));
        assertEquals("sector,notional", csv.getFirst());
        assertTrue(csv.contains("Health Care," + health));
        assertTrue(read("report.html").contains("<h2>Traded by sector</h2>"));
        assertTrue(read("report.html").replace(",", "").contains(">" + health + "<"));
        assertTrue(read("summary.txt").replace(",", "").contains(health + "   Health Care"));
        assertTrue(read("run.json").contains("\"sectors.csv\""));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Class<?> compiled() throws IOException, ClassNotFoundException {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
                JavaFileManager memory = new InMemory(standard, classes)) {
            List<String> options = List.of("-proc:none", "-classpath", classPath());
            boolean fits = compiler.getTask(messages, memory, null, options, null, List.of(new Source(shown())))
                    .call();
            assertTrue(fits, messages::toString);
        }
        return new ClassLoader(Section.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        }.loadClass(NAME);
    }

    /** Where the classes lie that a section may use. */
    private static String classPath() {
        return Stream.of(Section.class, ObjectNode.class, TreeNode.class)
                .map(c -> Path.of(URI.create(c.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String shown() throws IOException {
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/how-to-add-a-report-section.md")));
        assertTrue(block.find(), "the page shows a section");
        return block.group(1);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + NAME.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(StandardJavaFileManager standard, Map<String, ByteArrayOutputStream> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
