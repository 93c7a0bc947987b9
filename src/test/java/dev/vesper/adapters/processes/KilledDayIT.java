package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 on a program in the middle of its day; a new one over the same folder ends it. */
class KilledDayIT {
    private static final String RUN = "2018-04-11-001";

    @TempDir
    Path folder;

    /** Its clock is put back by a day and two hours after the first kill, and on by as much after the second. */
    @Test
    void killedInEveryOtherStageTheDayEndsAndEachEffectHappenedOnceWhateverTheClock() throws Exception {
        for (var stage : List.of("check-data", "execute-orders")) {
            var killed = program(1_500, stage.equals("check-data") ? 0 : -26);
            try {
                awaitLine(folder.resolve("calls"), stage);
            } finally {
                killed.destroyForcibly().waitFor(); // SIGKILL
            }
        }
        var last = program(50, 26);
        try {
            assertTrue(last.waitFor(240, TimeUnit.SECONDS), "the day did not end: " + log());
        } finally {
            last.destroyForcibly();
        }
        assertEquals(0, last.exitValue(), log());
        assertEquals(List.of(RUN + " done"), lines("ends"), log());
        assertEquals(
                List.of("check-data", "rebalance", "settle-approval", "execute-orders", "report"), lines("effects"));
        assertTrue(
                lines(RUN + ".instance").getFirst().startsWith("2 "),
                "put back, the clock held the first instance back; the second one went on");
    }

    private Process program(long stageMillis, int hoursAhead) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-D" + EngineJars.HOME + "=" + System.getProperty(EngineJars.HOME),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DayProgram.class.getName(),
                folder.toString(),
                RUN,
                Long.toString(stageMillis),
                Integer.toString(hoursAhead)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private void awaitLine(Path file, String line) throws Exception {
        for (int i = 0; i < 2_400; i++) {
            if (Files.exists(file) && Files.readAllLines(file).contains(line)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no " + line + " in two minutes: " + log());
    }

    private List<String> lines(String name) throws Exception {
        return Files.readAllLines(folder.resolve(name));
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("log"))
                .lines()
                .filter(line -> !line.contains("DEBUG"))
                .toList()
                .toString();
    }
}
