package dev.vesper.adapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.vesper.basics.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One holder, whatever the holder itself asks meanwhile, and whatever stands in the file. */
class LockFileTest {
    private static final String OURS = "process " + ProcessHandle.current().pid() + " (";

    @TempDir
    Path folder;

    /** Asking used to open and close the lock file, and with that to give the lock up. */
    @Test
    void whoAsksWhileHoldingStillHolds() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        Path file = folder.resolve("lock");
        try (LockFile _ = take(file)) {
            assertEquals(Optional.empty(), LockFile.otherHolder(file));
            assertEquals(Optional.empty(), LockFile.otherHolder(link.resolve("lock")));
            assertHeldBy(OURS, link.resolve("lock"));
            try (Other other = Other.asking(file)) {
                assertTrue(other.line().startsWith("held by " + OURS), "given up by its own question");
            }
        } finally {
            Files.delete(link);
        }
        assertEquals(0, Files.size(file), "nobody is named once it is free");
        take(file).close();
    }

    @Test
    void aLinkToTheLockFileIsTheSameLock() throws Exception {
        Path file = folder.resolve("lock");
        Path link = Files.createSymbolicLink(folder.resolve("second-lock"), file);
        Files.createFile(file);
        try (LockFile _ = take(link)) {
            assertHeldBy(OURS, file);
            assertEquals(Optional.empty(), LockFile.otherHolder(file));
            try (Other other = Other.asking(file)) {
                assertTrue(other.line().startsWith("held by " + OURS));
            }
        }
    }

    @Test
    void theSecondProcessIsToldWhoHoldsItUntilTheFirstIsKilled() throws Exception {
        Path file = folder.resolve("deep/in/lock");
        try (Other other = Other.holding(file)) {
            assertEquals("held", other.line());
            String holder = LockFile.otherHolder(file).orElseThrow();
            assertTrue(
                    holder.matches("process " + other.pid()
                            + " \\(dev\\.vesper\\.adapters\\.LockFileTest hold \\S+, since \\d{4}-\\S+Z\\)"),
                    holder);
            assertHeldBy(holder, file);
            other.kill();
        }
        assertTrue(Files.size(file) > 0, "the dead process could not clear the file");
        assertEquals(Optional.empty(), LockFile.otherHolder(file), "what it left is not believed");
        try (LockFile _ = take(file)) {
            assertTrue(Files.readString(file).startsWith(OURS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "process 1", "\u001b[31mprocess 1 (\u0007)", "process 1 (\nrm -rf /)", "{\"pid\": 1}"
            })
    void rubbishInTheFileIsNeitherBelievedNorRepeated(String rubbish) throws Exception {
        Path file = Files.writeString(folder.resolve("lock"), rubbish + " ");
        assertEquals(Optional.empty(), LockFile.otherHolder(file));
        try (Other other = Other.holding(file)) {
            assertEquals("held", other.line());
            Files.writeString(file, rubbish);
            assertEquals(Optional.of("another process"), LockFile.otherHolder(file));
            assertHeldBy("another process", file);
        }
    }

    @Test
    void bytesThatAreNoTextAndAnEndlessFileDoNoHarm() throws Exception {
        byte[] noise = new byte[5_000_000];
        new java.util.Random(1).nextBytes(noise);
        Path file = Files.write(folder.resolve("lock"), noise);
        try (LockFile _ = take(file)) {
            String said = Files.readString(file);
            assertTrue(said.startsWith(OURS) && said.endsWith(")"), said);
        }
    }

    @Test
    void aQuestionOfAMomentTurnsNobodyAway() throws Exception {
        Path file = folder.resolve("lock");
        take(file).close();
        try (Other other = Other.askingAgainAndAgain(file)) {
            assertEquals("asking", other.line());
            for (int i = 0; i < 200; i++) {
                take(file).close();
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        assumeFalse(System.getProperty("user.name").equals("root"), "root writes everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Problem problem = assertThrows(Problem.class, () -> take(folder.resolve("lock")));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains("read-only"), problem::getMessage);
    }

    @Test
    void aFolderInThePlaceOfTheFileIsSaid() throws Exception {
        Path file = Files.createDirectory(folder.resolve("lock"));
        assertEquals(Optional.empty(), LockFile.otherHolder(file));
        Problem problem = assertThrows(Problem.class, () -> take(file));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.getMessage().contains(file + ": Is a directory"), problem::getMessage);
    }

    @Test
    void closingTwiceLeavesTheNextHolderAlone() {
        Path file = folder.resolve("lock");
        LockFile first = take(file);
        first.close();
        try (LockFile _ = take(file)) {
            first.close();
            assertHeldBy(OURS, file);
        }
    }

    @Test
    void theCommandIsSaidAsItIsTyped() {
        assertEquals("./vesper eod --firm a b", Holder.command("/srv/my house/target/vesper.jar eod --firm a b"));
        assertEquals("dev.vesper.Tool x", Holder.command("dev.vesper.Tool x"));
        assertEquals("./vesper  [31m", Holder.command("vesper.jar \u001b[31m\n"));
        assertFalse(Holder.command("x".repeat(9_999)).length() > 210);
    }

    private static LockFile take(Path file) {
        return LockFile.take(file, "the folder of the test", "use another");
    }

    private static void assertHeldBy(String holder, Path file) {
        Problem second = assertThrows(Problem.class, () -> take(file));
        assertEquals(Problem.Kind.UNAVAILABLE, second.kind());
        assertTrue(
                second.getMessage()
                        .startsWith("Expected the folder of the test to be free, but it is held by " + holder),
                second::getMessage);
    }

    /** A process of its own. */
    private record Other(Process process, BufferedReader said) implements AutoCloseable {
        static Other holding(Path file) throws IOException {
            return start("hold", file);
        }

        static Other asking(Path file) throws IOException {
            return start("ask", file);
        }

        static Other askingAgainAndAgain(Path file) throws IOException {
            return start("ask-again", file);
        }

        private static Other start(String what, Path file) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            LockFileTest.class.getName(),
                            what,
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Other(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        String line() throws IOException {
            return String.valueOf(said.readLine());
        }

        long pid() {
            return process.pid();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }
    }

    /** The other process. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> {
                try (LockFile _ = take(file)) {
                    System.out.println("held");
                    System.in.read(); // until it is killed
                }
            }
            case "ask-again" -> {
                System.out.println("asking");
                while (System.in.available() == 0) {
                    LockFile.otherHolder(file);
                }
            }
            default ->
                System.out.println(
                        LockFile.otherHolder(file).map(h -> "held by " + h).orElse("free"));
        }
    }
}
