package dev.vesper.desk.workbench.editing;

/**
 * One thing that somebody did to a table.
 *
 * @param row the id of the row it is about; a new row gets one that begins with {@code +} and is known by it among these edits
 * @param column of a cell: its title; of a new column: its name; else empty
 * @param text of a cell: what it says now; of a row that is added or moved: the id of the row above it, or empty for the first
 */
public record TableEdit(Kind kind, String row, String column, String text) {
    /** What was done. */
    public enum Kind {
        CELL,
        ADD_ROW,
        REMOVE_ROW,
        MOVE_ROW,
        ADD_INPUT
    }
}
