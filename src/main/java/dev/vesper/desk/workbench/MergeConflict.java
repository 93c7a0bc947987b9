package dev.vesper.desk.workbench;

/**
 * What was changed in two ways: by what became active since a draft was begun, and by the draft.
 *
 * @param file below the rules folder
 * @param row its number in the draft, or the name of a case; empty of a whole file, of columns and of the order of rows
 * @param column as the header calls it; empty of a whole row or file
 * @param base what both began from; empty where it was not there
 * @param active what judges now; empty where it is gone
 * @param draft what the draft says; empty where it is gone
 */
public record MergeConflict(String file, String row, String column, String base, String active, String draft) {
    /** {@code limits/position-weight.dmn, row 2, column limit}. */
    public String place() {
        return file + (row.isEmpty() ? "" : ", row " + row) + (column.isEmpty() ? "" : ", column " + column);
    }

    /** Whose word counts where both changed the same. */
    public enum Keep {
        /** Nobody's: nothing is merged. */
        NEITHER,
        ACTIVE,
        DRAFT
    }
}
