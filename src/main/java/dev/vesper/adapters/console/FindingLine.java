package dev.vesper.adapters.console;

import dev.vesper.desk.workbench.Finding;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found in a file of the rules, as the pages write it.
 *
 * @param where for people: {@code row 2, limit}, or {@code line 4}; empty where it is about the whole file
 * @param href where its table is shown; empty of what is no table
 * @param example an input that shows it; may be empty
 */
public record FindingLine(
        String file, String where, String href, String sentence, String example, Tone tone, String word, int line) {
    private static final String TABLE = ".dmn";
    private static final String CASE = "case";
    private static final String GONE = "rule-gone";

    static FindingLine of(Finding finding, String draft) {
        String row = finding.row() > 0 ? "row " + finding.row() : finding.line() > 0 ? "line " + finding.line() : "";
        return new FindingLine(
                finding.file(),
                row + (row.isEmpty() || finding.column().isEmpty() ? "" : ", ") + finding.column(),
                finding.file().endsWith(TABLE) ? RuleTablePage.href(finding.file(), gone(finding) ? "" : draft) : "",
                finding.sentence(),
                finding.example().entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .collect(Collectors.joining(", ")),
                tone(finding.severity()),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.line());
    }

    /** Whether it is a case that the rules contradict. */
    static boolean ofCase(Finding finding) {
        return finding.code().equals(CASE);
    }

    /** Whether it is of a file that the draft has no more. */
    private static boolean gone(Finding finding) {
        return finding.code().equals(GONE);
    }

    static Tone tone(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case HINT -> Tone.QUIET;
        };
    }
}
