package dev.vesper.approvals.rows;

import dev.vesper.approvals.People;
import dev.vesper.data.rows.RowChange;
import dev.vesper.orders.slice.RowSum;
import java.util.List;

/** What is asked of the data of a run. */
public sealed interface RowCommand {
    /** Whose name is given. */
    String by();

    /** Why. */
    String reason();

    /**
     * Puts rows forward.
     *
     * @param effect what the contract would say with them
     */
    record Ask(List<RowChange> rows, String effect, String by, String reason) implements RowCommand {
        public Ask {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Agrees to a request; must be another person.
     *
     * @param check the verdict with its rows, as it will be stored
     * @param prices the accepted prices with its rows
     * @param people of the firm as the run froze it
     */
    record Agree(int request, String by, String reason, RowSum check, RowSum prices, People people)
            implements RowCommand {}

    /** Says no to a request. */
    record Refuse(int request, String by, String reason) implements RowCommand {}
}
