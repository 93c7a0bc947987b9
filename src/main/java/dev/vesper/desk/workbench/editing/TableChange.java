package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.SheetChange;

/**
 * One difference between a table before and after an edit.
 *
 * @param row its number after it, counted from 1; of a removed row that before it; 0 of a column
 * @param column as its header calls it; empty of a whole row
 * @param before the cell as it was, or the row's cells; empty where it was not there
 * @param after the cell as it is, or the row's cells; empty where it is no more
 * @param sentence the same for people: {@code row 2, column limit: 0.25 became 0.2}
 */
public record TableChange(SheetChange.Kind kind, int row, String column, String before, String after, String sentence) {
    static TableChange of(SheetChange change) {
        return new TableChange(
                change.kind(), change.row(), change.column(), change.before(), change.after(), change.sentence());
    }
}
