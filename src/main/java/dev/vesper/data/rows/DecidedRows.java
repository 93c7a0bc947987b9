package dev.vesper.data.rows;

import java.util.List;

/**
 * Rows that two people decided together, as a snapshot's manifest names them.
 *
 * @param request counted from 1 in a run
 * @param asked who put it forward
 * @param because why
 * @param agreed the other person; empty while nobody has
 * @param answer what the other person said to it; may be empty
 */
public record DecidedRows(
        int request, List<RowChange> rows, String asked, String because, String agreed, String answer) {
    public DecidedRows {
        rows = List.copyOf(rows);
    }
}
