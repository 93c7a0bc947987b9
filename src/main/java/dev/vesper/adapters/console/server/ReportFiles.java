package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.Asked;
import dev.vesper.adapters.console.PagePath;
import dev.vesper.adapters.console.RunPage;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;
import java.util.Map;

/** Hands over the files of a run's report as they were written. */
final class ReportFiles {
    static final PagePath PATH = RunPage.REPORT_FILE;

    /** The report carries its style in itself, and asks nothing of any server; the console alone may hold it. */
    private static final String REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    private static final Map<String, String> SHOWN = Map.of(
            "html", "text/html; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json; charset=utf-8");

    private static final Map<String, String> SAVED = Map.of(
            "pdf",
            "application/pdf",
            "csv",
            "text/csv; charset=utf-8",
            "zip",
            "application/zip",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private ReportFiles() {}

    /** A file that was made for whoever asks, to keep. */
    static Reply handed(ReportFile made) {
        String end = made.name().substring(made.name().lastIndexOf('.') + 1);
        return Reply.of(200, SAVED.getOrDefault(end, "application/octet-stream"), made.content())
                .with("Content-Disposition", "attachment; filename=\"" + made.name() + "\"");
    }

    static Reply find(Operations operations, Asked asked) {
        String file = asked.path().getOrDefault("file", "");
        byte[] content = operations.runs().reportFile(asked.run(), file).content();
        String end = file.substring(file.lastIndexOf('.') + 1);
        String shown = SHOWN.get(end);
        if (shown != null) {
            return Reply.of(200, shown, content)
                    .with("Content-Security-Policy", REPORT_POLICY)
                    .with("X-Frame-Options", "SAMEORIGIN");
        }
        return Reply.of(200, SAVED.getOrDefault(end, "application/octet-stream"), content)
                .with("Content-Disposition", "attachment; filename=\"" + asked.run() + "-" + file + "\"");
    }
}
