package dev.vesper.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Compiles source that a test was given, and loads it; nothing is written to disk. */
public final class InMemory {
    private InMemory() {}

    /**
     * Compiles one source file and returns its class, loaded beside those of the test.
     *
     * @param name full name of the class, for example {@code dev.vesper.limits.measure.ShortExposure}
     * @param uses one class of every jar or folder it needs
     */
    public static Class<?> compile(String name, String source, Class<?>... uses) {
        return compile(name, Map.of(name, source), uses);
    }

    /**
     * Compiles source files that belong together and returns the class of one of them.
     *
     * @param sources by full name of the class
     */
    public static Class<?> compile(String name, Map<String, String> sources, Class<?>... uses) {
        try {
            return new Loader(InMemory.class.getClassLoader(), bytes(sources, uses)).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("Expected the source of " + name, e);
        }
    }

    /** As {@link #compile}, but not loaded: bytes by class name, nested classes too. */
    public static Map<String, byte[]> bytes(String name, String source, Class<?>... uses) {
        return bytes(Map.of(name, source), uses);
    }

    private static Map<String, byte[]> bytes(Map<String, String> sources, Class<?>... uses) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        List<Source> files = sources.entrySet().stream()
                .map(e -> new Source(e.getKey(), e.getValue()))
                .toList();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
                JavaFileManager kept = new Kept(standard, classes)) {
            List<String> options = List.of("-proc:none", "-cp", pathOf(uses));
            boolean done = compiler.getTask(complaints, kept, null, options, null, files)
                    .call();
            assertTrue(done, complaints::toString);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return classes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toByteArray()));
    }

    /** Where the classes lie: a build tool may hide them from the class path in the system property. */
    private static String pathOf(Class<?>... uses) {
        return Stream.of(uses)
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation().toString())
                .map(location -> Path.of(URI.create(location)).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** One source text. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the compiled classes by name. */
    private static final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        Kept(JavaFileManager standard, Map<String, ByteArrayOutputStream> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
