package dev.vesper.adapters.rules.sheet;

/**
 * What keeps a spreadsheet from becoming a table again.
 *
 * @param place the cell, as a spreadsheet calls it ({@code limits!C7}), or the line and field of a CSV file ({@code t.csv:7:3})
 * @param sentence "Expected ..., but ...; maybe ..."
 */
public record SheetFault(String place, String sentence) {
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
