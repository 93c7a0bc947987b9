package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One holder, whatever the holder itself asks meanwhile. */
class StateLockTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2018-04-11T12:00:00.9Z"));

    @TempDir
    Path state;

    /** Asking used to open and close the lock file, and with that to give the lock up. */
    @Test
    void whoAsksWhileHoldingStillHolds() throws Exception {
        String ours = "process " + ProcessHandle.current().pid() + " (./vesper up, since 2018-04-11T12:00:00Z)";
        Path link = Files.createSymbolicLink(state.resolveSibling(state.getFileName() + "-link"), state);
        try (StateLock _ = StateLock.take(state, "up", CLOCK)) {
            assertNull(StateLock.otherHolder(state));
            assertNull(StateLock.otherHolder(link));
            Problem second = assertThrows(Problem.class, () -> StateLock.take(link, "eod", CLOCK));
            assertEquals(Problem.Kind.UNAVAILABLE, second.kind());
            assertTrue(String.valueOf(second.getMessage()).contains(ours), second.getMessage());
            assertEquals("held by " + ours, otherProcess());
        } finally {
            Files.delete(link);
        }
        assertEquals("free", otherProcess());
        StateLock.take(state, "eod", CLOCK).close();
    }

    private String otherProcess() throws IOException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StateLockTest.class.getName(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** The other process: says who holds the folder. */
    public static void main(String[] arguments) {
        String holder = StateLock.otherHolder(Path.of(arguments[0]));
        System.out.println(holder == null ? "free" : "held by " + holder);
    }
}
