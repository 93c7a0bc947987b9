package dev.vesper.desk.workbench.sheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param id by which a row that moved or changed is the same row: the one of the file, or its place where the file gives it
 *     none ({@code #3}); empty of a row that is not in the file yet
 * @param cells as they are written, one a column, lines ended by a line feed
 */
public record SheetRow(String id, List<String> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }
}
