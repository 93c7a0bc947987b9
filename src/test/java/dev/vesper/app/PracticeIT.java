package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.HowToPage;
import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day practised on a simulated clock, by the commands of the page of the docs. */
class PracticeIT {
    private static final Map<String, String> ANY_PORT = Map.of("VESPER_HTTP_PORT", "0", "VESPER_TIME_ZONE", "UTC");

    @TempDir
    Path folder;

    @Test
    void theDayOpensWhenTheClockIsPutForwardAndTheClockNeverGoesBack() throws Exception {
        Path firm = folder.resolve("firm");
        Path state = folder.resolve("practice");
        VesperProcess.sampleFirm(firm);
        Path settings = firm.resolve("firm.yaml");
        Files.writeString(settings, Files.readString(settings).replace("sample: true", "sample: false"));
        String set = HowToPage.of("schedule.md").blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("clock set"))
                .findFirst()
                .orElseThrow();
        said(0, state, "clock", "set", set.substring(set.lastIndexOf(' ') + 1));
        assertTrue(said(3, state, "clock", "set", "2025-12-29T12:00").contains("a clock never goes back"));

        VesperProcess up = VesperProcess.start(state, ANY_PORT, "up", "--firm", firm.toString());
        try {
            up.awaitLine(line -> line.startsWith("Practice: the clock shows 2025-12-30T"));
            up.awaitLine(line -> line.startsWith("Vesper is up"));
            VesperProcess watch = VesperProcess.start(state, ANY_PORT, "watch", "schedule", "--most", "1");
            watch.awaitLine(line -> line.startsWith("Changes are printed from now on"));
            assertTrue(
                    said(0, state, "clock", "forward", "next", "--as", "olga").contains("2025-12-30T17:30"));
            VesperProcess.Result watched = watch.await();
            assertTrue(watched.exitCode() == 0 && watched.output().contains("  schedule"), watched::output);
            up.awaitLine(line -> line.contains("opened by the schedule (due 2025-12-30T17:30)"));
            up.awaitLine(line -> line.contains("task-waiting"));
            String stopped = said(0, state, "clock", "forward", "PT12H", "--as", "olga");
            assertTrue(stopped.contains("The clock shows 2025-12-30T18:0"), stopped); // half an hour after it was asked
            up.awaitLine(line -> line.contains("propose-trades of run 2025-12-30-001 is still waiting"));
        } finally {
            up.kill();
            up.await();
        }
        Instant kept =
                Instant.parse(Files.readString(state.resolve("practice-clock")).strip());
        assertTrue(kept.isAfter(Instant.parse("2025-12-30T18:00:01Z")), kept::toString);
        String shown = said(0, state, "clock", "show");
        assertTrue(shown.contains("The clock shows 2025-12-30T18:0") && shown.contains("simulated"), shown);
        assertTrue(said(0, state, "audit", "list").contains("clock-forwarded"));
        said(0, state, "audit", "verify");
    }

    private static String said(int code, Path state, String... arguments) throws IOException, InterruptedException {
        VesperProcess.Result result =
                VesperProcess.start(state, ANY_PORT, arguments).await();
        assertEquals(code, result.exitCode(), result::output);
        assertFalse(result.output().contains("Exception"), result::output);
        return result.output();
    }
}
