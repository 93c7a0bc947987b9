package dev.vesper.approvals.rows;

import dev.vesper.data.rows.DecidedRows;
import dev.vesper.data.rows.RowChange;
import dev.vesper.data.rows.RowPlace;
import java.util.List;

/**
 * One request about rows.
 *
 * @param number counted from 1 in a run
 * @param asked who put it forward
 * @param reason why
 * @param standing whether it waits, holds or does not
 * @param answered who answered; empty while it waits
 * @param answer what they said to it; may be empty
 */
public record RowRequest(
        int number,
        List<RowChange> rows,
        String asked,
        String reason,
        Standing standing,
        String answered,
        String answer) {
    public RowRequest {
        rows = List.copyOf(rows);
    }

    /** Where a request stands. */
    public enum Standing {
        WAITS,
        AGREED,
        REFUSED
    }

    RowRequest answered(Standing next, String by, String said) {
        return new RowRequest(number, rows, asked, reason, next, by, said);
    }

    /** Whether it is about a row. */
    public boolean about(RowPlace place) {
        return rows.stream().anyMatch(row -> row.place().equals(place));
    }

    /** As a manifest names it. */
    public DecidedRows decided() {
        return new DecidedRows(number, rows, asked, reason, answered, answer);
    }
}
