package dev.vesper.approvals;

import dev.vesper.data.rows.RowChange;
import dev.vesper.orders.slice.RowSum;
import java.util.List;

/** What happened to the data of a run. */
public sealed interface DataEvent {
    /**
     * The contract's verdict was stored.
     *
     * @param check the verdict as it is stored
     * @param prices the accepted prices in the lake, by the SHA-256 of the manifest that names each object with its own
     */
    record Checked(RowSum check, RowSum prices) implements DataEvent {}

    /**
     * Somebody asked that rows that were set aside be used, used with other values, or kept out.
     *
     * @param request counted from 1 in a run: an answer is to one request and no other
     * @param effect what the contract would say with them on top of what was agreed until then, for whoever answers
     * @param reason why
     */
    record RowsAsked(int request, List<RowChange> rows, String effect, String by, String reason) implements DataEvent {
        public RowsAsked {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Another person agreed, and the contract judged again.
     *
     * @param check the verdict with these rows, as it is stored
     * @param prices the accepted prices with these rows in the lake
     */
    record RowsAgreed(int request, String by, String reason, RowSum check, RowSum prices) implements DataEvent {}

    /** Somebody said no to that, or the one who asked took it back; the rows stay as they were. */
    record RowsRefused(int request, String by, String reason) implements DataEvent {}
}
