package dev.vesper.desk.report;

import java.nio.file.Path;
import java.util.List;

/** Writes the report of a run. */
public interface ReportWriter {
    /**
     * Writes report.html, report.pdf, the CSVs of the report's sections, summary.txt and run.json into the folder, each complete
     * or not at all.
     *
     * @return the file names in the order in which they were written; run.json is the last
     */
    List<String> write(RunReport report, Path folder);
}
