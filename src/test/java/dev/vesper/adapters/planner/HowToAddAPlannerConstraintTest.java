package dev.vesper.adapters.planner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.rebalance.Accounts;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.constraint.PlanConstraint;
import dev.vesper.rebalance.constraint.PlanConstraints;
import dev.vesper.rebalance.constraint.TwinCheck;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the how-to page shows is compiled, listed with the others, and acts on a plan. */
class HowToAddAPlannerConstraintTest {
    private static final Path PAGE = Path.of("src/docs/how-to-add-a-planner-constraint.md");
    private static final String NAME = "dev.vesper.rebalance.constraint.MostTrades";

    static {
        QuietSolver.on();
    }

    @TempDir
    static Path classes;

    private static PlanConstraint shown;

    @BeforeAll
    static void compileThePage() throws IOException, ReflectiveOperationException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path") + pathOf(PlanConstraint.class),
                    "-d",
                    classes.toString());
            assertTrue(
                    compiler.getTask(complaints, files, null, options, null, List.of(source()))
                            .call(),
                    complaints::toString);
        }
        var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, PlanConstraint.class.getClassLoader());
        shown = (PlanConstraint) loader.loadClass(NAME).getConstructor().newInstance();
    }

    /** Where Vesper's own classes lie: a build tool may hide them from the class path in the system property. */
    private static String pathOf(Class<?> type) {
        return java.io.File.pathSeparator
                + Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static JavaFileObject source() throws IOException {
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertTrue(block.find(), "an example in Java on " + PAGE);
        String text = block.group(1);
        return new SimpleJavaFileObject(
                URI.create("string:///" + NAME.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static OptaLotPlanner planner() {
        return new OptaLotPlanner(
                Path.of("planner"),
                Registry.of(
                        "planner constraint",
                        PlanConstraint::word,
                        Stream.concat(PlanConstraints.ALL.all().stream(), Stream.of(shown))
                                .toList()));
    }

    @Test
    void itsTwinsAgree() {
        TwinCheck.randomMoves(shown, Accounts.synthetic(12, "20000", 3).book(), 3);
    }

    @Test
    void thePlanKeepsItAndStaysAsNearAsItCan() {
        Accounts account = Accounts.synthetic(12, "20000", 3);
        Proposal free = new OptaLotPlanner(Path.of("planner")).solve(account.problem());
        Proposal bound = planner().solve(account.problem());
        assertTrue(
                free.trades().size() > 3,
                "without it there are more: " + free.trades().size());
        assertEquals(3, bound.trades().size());
        ProposalAudit.check(account.problem(), bound);
        assertTrue(bound.deviation() >= free.deviation());
    }

    @Test
    void whereItCannotBeKeptTheAccountIsRefusedWithItsSentence() {
        Accounts account = Accounts.account("1000").steps(0);
        for (String symbol : List.of("A", "B", "C", "D", "E")) {
            account.priced(symbol, "10").wants(symbol, 0.2);
        }
        String message = assertThrows(Problem.class, () -> planner().solve(account.problem()))
                .getMessage();
        assertTrue(message.contains("most-trades (an account makes at most 3 trades)"), message);
        assertTrue(message.contains("misses it by 2000 USD"), message);
    }

    @Test
    void thePageNamesTheFilesItTakes() throws IOException {
        String page = Files.readString(PAGE);
        Matcher folder = Pattern.compile("`(src/[^`]+/)`").matcher(page);
        assertTrue(folder.find() && Files.isDirectory(Path.of(folder.group(1))));
        assertTrue(Files.exists(Path.of(folder.group(1), "PlanConstraints.java")));
        assertTrue(page.contains("PlanConstraints.ALL"));
    }
}
