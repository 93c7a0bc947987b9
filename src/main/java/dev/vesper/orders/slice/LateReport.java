package dev.vesper.orders.slice;

import dev.vesper.orders.state.Execution;

/** What a venue tells of an order whose slice is booked. */
public sealed interface LateReport {
    /** A fill that it had not told. */
    record LateFill(Execution execution) implements LateReport {}

    /**
     * It takes a fill back (FIX ExecType H).
     *
     * @param execution ExecID of the fill
     * @param by ExecID of this report
     */
    record Bust(String execution, String by) implements LateReport {}

    /**
     * It replaces a fill by another (ExecType G).
     *
     * @param execution ExecID of the fill that is replaced
     * @param by the fill that stands in its place
     */
    record Correction(String execution, Execution by) implements LateReport {}
}
