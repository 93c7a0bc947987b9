package dev.vesper.data.rows;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One row with what is decided of it, so that whoever reads it later sees what was shown.
 *
 * @param product whose contract set it aside
 * @param file it was delivered in
 * @param line in the file, from 1
 * @param column of the line where the row's value stands, from 1
 * @param sha256 of the file's bytes
 * @param cells every value that was delivered of it, in the order of its columns
 */
public record RowChange(
        String product, String file, long line, int column, String sha256, RowAct act, List<RowCell> cells) {
    public RowChange {
        cells = List.copyOf(cells);
    }

    /** Where it stands. */
    public RowPlace place() {
        return new RowPlace(file, line, column);
    }

    /** For people: {@code correct prices.csv:12:3: date 2024-01-31, symbol AAA, close -3 -> 10.2}. */
    public String words() {
        return act.word() + " " + place() + ": "
                + cells.stream()
                        .filter(cell -> cell.changed() || !cell.was().isBlank())
                        .map(RowCell::words)
                        .collect(Collectors.joining(", "));
    }
}
