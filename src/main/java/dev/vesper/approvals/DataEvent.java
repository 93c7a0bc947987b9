package dev.vesper.approvals;

import dev.vesper.orders.slice.RowSum;

/** What happened to the data of a run. */
public sealed interface DataEvent {
    /**
     * The contract's verdict was stored.
     *
     * @param check the verdict as it is stored
     * @param prices the accepted prices in the lake, by the SHA-256 of the manifest that names each object with its own
     */
    record Checked(RowSum check, RowSum prices) implements DataEvent {}
}
