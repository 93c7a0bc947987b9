package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.Finding;
import java.util.stream.Collectors;

/**
 * Something that the author of a table should know.
 *
 * @param row counted from 1; 0 where it is about no single row
 * @param column as its title is; empty where it is about no single column
 * @param sentence "Expected ..., but ..."
 * @param example an input that shows it, such as {@code Sector = "Energy"}; empty where there is none
 */
public record TableFinding(
        Finding.Severity severity, int row, String column, String code, String sentence, String example) {
    static TableFinding of(Finding finding) {
        return new TableFinding(
                finding.severity(),
                finding.row(),
                finding.column(),
                finding.code(),
                finding.sentence(),
                finding.example().entrySet().stream()
                        .map(cell -> cell.getKey() + " = " + cell.getValue())
                        .collect(Collectors.joining("; ")));
    }
}
