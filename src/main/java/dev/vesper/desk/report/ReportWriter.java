package dev.vesper.desk.report;

import java.nio.file.Path;
import java.util.List;

/** Writes the report of a run. */
public interface ReportWriter {
    /**
     * Writes report.html, report.pdf, orders.csv, fills.csv, lots.csv, limits.csv, costs.csv, summary.txt and run.json into the
     * folder, each complete or not at all.
     *
     * @return the file names, in that order
     */
    List<String> write(RunReport report, Path folder);
}
