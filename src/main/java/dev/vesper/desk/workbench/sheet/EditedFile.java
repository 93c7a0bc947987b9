package dev.vesper.desk.workbench.sheet;

import java.util.List;

/**
 * A table that was edited in a file, beside the table as it is.
 *
 * @param before the table as it is
 * @param after as the file has it; of no use where there are refusals
 * @param refused what of the file cannot be taken, in its order
 * @param kept what a modeller had dropped and the table keeps, for people: {@code 2 inputValues}
 * @param left what a modeller changed beside rows, cells and inputs, which the table does not take over, for people
 */
public record EditedFile(
        TableSheet before, TableSheet after, List<Refused> refused, List<String> kept, List<String> left) {
    public EditedFile {
        refused = List.copyOf(refused);
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }

    /**
     * What keeps a file from becoming a table.
     *
     * @param place the cell, as a spreadsheet calls it ({@code limits!C7}), or the line and field of a CSV file ({@code t.csv:7:3})
     * @param sentence "Expected ..., but ...; maybe ..."
     */
    public record Refused(String place, String sentence) {
        @Override
        public String toString() {
            return place + ": " + sentence;
        }
    }

    public List<SheetChange> changes() {
        return SheetChange.between(before, after);
    }
}
