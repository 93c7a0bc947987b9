package dev.vesper.adapters.report;

import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.adapters.report.text.Terminal;
import dev.vesper.basics.Registry;
import dev.vesper.desk.report.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The day on a terminal: what each section has to say there, a blank line behind each. */
final class RunSummary {
    private RunSummary() {}

    static List<String> lines(Registry<Section> sections, RunFacts facts, Ink ink) {
        List<String> lines = new ArrayList<>(head(facts.report(), ink));
        for (Section section : sections) {
            List<String> said = section.terminal(facts, ink);
            if (!said.isEmpty()) {
                lines.add("");
                said.forEach(line -> lines.addAll(Arrays.asList(line.split("\n", -1))));
            }
        }
        lines.add("");
        return lines;
    }

    private static List<String> head(RunReport report, Ink ink) {
        List<String> lines = new ArrayList<>();
        String name = report.firm().settings().name() + " · end of day "
                + report.run().date();
        DayWords day = DayWords.of(report.run().status());
        String words = day.words().toLowerCase(Locale.UK);
        lines.add("  " + ink.bold(Terminal.fitted(name, 66)) + "  "
                + ink.quiet(report.run().id().value()) + "  "
                + switch (day.tone()) {
                    case GOOD -> ink.good(words);
                    case BAD -> ink.bad(words);
                    default -> ink.warn(words);
                });
        if (report.practice()) {
            lines.add("  " + ink.loud(" PRACTICE ") + " " + ink.warn("simulated clock, books of its own"));
        }
        if (report.run().rehearsal()) {
            lines.add("  " + ink.loud(" REHEARSAL ") + " " + ink.warn("demo approvers, simulated venues"));
        }
        if (report.run().supersedes() != null && report.run().replayedFrom() != null) {
            lines.add("  "
                    + ink.quiet("replays run " + report.run().supersedes() + " from "
                            + report.run().replayedFrom().word()));
        }
        return lines;
    }
}
