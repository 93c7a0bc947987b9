package dev.vesper.app.wiring;

import dev.vesper.adapters.report.RunReportWriter;

/** Who writes the report. */
public final class ReportWiring {
    public final Part<RunReportWriter> writer;

    ReportWiring(OpenParts open) {
        writer = new Part<>(open, "report", RunReportWriter::new);
    }
}
