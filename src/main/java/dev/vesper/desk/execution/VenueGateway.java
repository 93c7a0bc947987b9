package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.List;

/** The way to the venues. Closing it ends the sessions in good order. */
public interface VenueGateway extends AutoCloseable {
    /**
     * Works the children of one slice to their end: sends them in the given order, cancels what is left at their expiry,
     * and returns when every one is filled, cancelled or rejected. After a crash the same children may be given again:
     * a venue that knows a client order id answers with what it already did.
     *
     * <p>Every child passes the gate right before it leaves, and is denied where it is stopped. One that is stopped while it
     * rests at a venue is cancelled there, before any later market time is told.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where a venue does not answer
     */
    SliceResult work(List<ChildOrder> children, ChildGate gate);

    @Override
    void close();

    /** What became of the children of one slice. */
    record SliceResult(List<ChildOutcome> outcomes, List<Fill> fills) {
        public SliceResult {
            outcomes = List.copyOf(outcomes);
            fills = List.copyOf(fills);
        }
    }
}
