package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.workbench.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found in rules, for people and programs. */
final class RuleFindings {
    private RuleFindings() {}

    static Table table(List<Finding> findings) {
        Table table = new Table("severity", "file", "line", "row", "column", "code", "finding", "example");
        for (Finding finding : findings) {
            table.row(
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.file(),
                    finding.line(),
                    finding.row(),
                    finding.column(),
                    finding.code(),
                    finding.sentence(),
                    finding.example().entrySet().stream()
                            .map(cell -> cell.getKey() + " = " + cell.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return table;
    }

    /** Ends with exit code 2 where there are errors, in the words of the first. */
    static void refuse(String name, List<Finding> findings) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return;
        }
        Finding first = errors.getFirst();
        String where = (first.row() > 0 ? "row " + first.row() + (first.column().isEmpty() ? ": " : ", ") : "")
                + (first.column().isEmpty() ? "" : "column " + first.column() + ": ");
        int more = errors.size() - 1;
        throw Problem.input(
                Place.of(name, first.line()),
                where + first.sentence() + (more == 0 ? "" : " (and " + Counted.of(more, "more error") + ")"));
    }
}
