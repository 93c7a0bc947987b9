package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.desk.report.RunReport;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static List<String> lines(RunReport report, boolean colour) {
        return RunSummary.lines(Sections.ALL, RunFacts.of(report), new Ink(colour));
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        List<SampleRun> runs = List.of(
                SampleRun.of(20, 3),
                SampleRun.of(20, 2).refused(),
                SampleRun.of(1, 1).withoutOrders(),
                SampleRun.of(5, 1).named("N".repeat(300), "I".repeat(300)));
        for (SampleRun run : runs) {
            for (String line : lines(run.build(), false)) {
                assertTrue(line.codePointCount(0, line.length()) <= Terminal.WIDTH, line);
            }
        }
    }

    @Test
    void saysWhatHappenedAndWhatWasRefused() {
        String text = String.join("\n", lines(SampleRun.of(20, 3).build(), false));
        assertTrue(text.contains("REHEARSAL"));
        assertTrue(text.contains("✓ execute-orders"));
        assertTrue(text.contains("ana (demo) proposed, bea (demo) approved"));
        assertTrue(Pattern.compile("denied  ACC\\w+: Buying").matcher(text).find(), text);
        assertTrue(text.contains("would pass: a purchase on or after 2024-04-12"));
    }

    @Test
    void coloursOnlyWhereAskedAndSaysTheSameWithThem() {
        var report = SampleRun.of(10, 2).build();
        String plain = String.join("\n", lines(report, false));
        String coloured = String.join("\n", lines(report, true));
        assertFalse(plain.contains("\u001b"));
        assertTrue(coloured.contains("\u001b["));
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void aNameCannotSteerTheTerminal() {
        String text = String.join(
                "\n", lines(SampleRun.of(3, 1).named("Evil\u001b[2J\r", "x").build(), false));
        assertFalse(text.contains("\u001b"));
        assertFalse(text.contains("\r"));
    }
}
