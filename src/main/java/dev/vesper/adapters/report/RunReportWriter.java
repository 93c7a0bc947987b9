package dev.vesper.adapters.report;

import dev.vesper.adapters.WholeFile;
import dev.vesper.adapters.report.block.Table;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.adapters.report.section.Sections;
import dev.vesper.adapters.report.text.Ink;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Visible;
import dev.vesper.desk.report.ReportWriter;
import dev.vesper.desk.report.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the report of a run: the page, the page as PDF, the CSV of each section that has one, the terminal's summary and
 * run.json. The same run gives the same bytes.
 */
public final class RunReportWriter implements ReportWriter {
    private final Registry<Section> sections;

    public RunReportWriter() {
        this(Sections.ALL);
    }

    RunReportWriter(Registry<Section> sections) {
        this.sections = sections;
    }

    /** The files in the order in which they are written; run.json last, so that its presence means all. */
    @Override
    public List<String> write(RunReport report, Path folder) {
        RunFacts facts = RunFacts.of(report);
        Map<String, Table<?>> tables = new LinkedHashMap<>();
        for (Section section : sections) {
            section.csv(facts).ifPresent(table -> tables.put(section.word() + ".csv", table));
        }
        List<String> files = files(List.copyOf(tables.keySet()));
        String page = Visible.lines(new ReportPage(sections).render(facts, files));
        WholeFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        WholeFile.write(folder.resolve("report.pdf"), out -> ReportPdf.write(page, report.run(), title(report), out));
        tables.forEach((name, table) -> WholeFile.write(folder.resolve(name), out -> CsvFile.write(table, out)));
        String summary = Visible.lines(String.join("\n", RunSummary.lines(sections, facts, new Ink(false))) + "\n");
        WholeFile.write(folder.resolve("summary.txt"), out -> out.write(summary.getBytes(StandardCharsets.UTF_8)));
        WholeFile.write(folder.resolve("run.json"), out -> RunJson.write(sections, facts, files, out));
        return files;
    }

    /** Whose day it is, and whether it counts. */
    private static String title(RunReport report) {
        return report.firm().settings().name() + (report.practice() ? " · PRACTICE" : "");
    }

    private static List<String> files(List<String> tables) {
        List<String> files = new ArrayList<>(List.of("report.html", "report.pdf"));
        files.addAll(tables);
        files.addAll(List.of("summary.txt", "run.json"));
        return List.copyOf(files);
    }
}
