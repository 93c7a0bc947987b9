package dev.vesper.adapters.report;

import dev.vesper.desk.report.ReportWriter;
import dev.vesper.desk.report.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes the report of a run as a page, as PDF, as CSV and as run.json; the same run gives the same bytes. */
public final class RunReportWriter implements ReportWriter {
    /** What a run leaves in its folder, in the order it is written; run.json last, so that its presence means all. */
    public static final List<String> FILES = List.of(
            "report.html",
            "report.pdf",
            "orders.csv",
            "fills.csv",
            "lots.csv",
            "limits.csv",
            "costs.csv",
            "summary.txt",
            "run.json");

    @Override
    public List<String> write(RunReport report, Path folder) {
        RunFacts facts = RunFacts.of(report);
        String page = new ReportPage().render(facts, FILES);
        WholeFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        WholeFile.write(
                folder.resolve("report.pdf"),
                out -> ReportPdf.write(
                        page, report.run(), report.firm().settings().name(), out));
        WholeFile.write(folder.resolve("orders.csv"), out -> CsvFiles.orders(facts, out));
        WholeFile.write(folder.resolve("fills.csv"), out -> CsvFiles.fills(facts, out));
        WholeFile.write(folder.resolve("lots.csv"), out -> CsvFiles.lots(facts, out));
        WholeFile.write(folder.resolve("limits.csv"), out -> CsvFiles.limits(facts, out));
        WholeFile.write(folder.resolve("costs.csv"), out -> CsvFiles.costs(facts, out));
        WholeFile.write(folder.resolve("summary.txt"), out -> out.write(summary(report)));
        WholeFile.write(folder.resolve("run.json"), out -> RunJson.write(facts, FILES, out));
        return FILES;
    }

    /** What the terminal shows at the end of a day and ./vesper runs show prints again. */
    private static byte[] summary(RunReport report) {
        String text = String.join("\n", RunSummary.lines(report, false)) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
