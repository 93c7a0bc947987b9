package dev.vesper.desk.operations;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One file that is handed over: of a run's report, or a support bundle.
 *
 * @param name for example {@code report.html}
 * @param base64 its bytes
 */
public record ReportFile(String name, String base64) {
    static ReportFile of(String name, byte[] content) {
        return new ReportFile(name, Base64.getEncoder().encodeToString(content));
    }

    public byte[] content() {
        return Base64.getDecoder().decode(base64);
    }

    /** What it says, of a file that is text. */
    public String text() {
        return new String(content(), StandardCharsets.UTF_8);
    }
}
