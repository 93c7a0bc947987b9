package dev.vesper.desk.execution;

import dev.vesper.execution.WorkingSession;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.List;
import java.util.function.Consumer;

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

    /**
     * Waits until a slice may begin. Market time that goes as fast as the venues answer waits for nothing; where it goes by
     * the clock, a kill switch does not end the wait, for nothing leaves before it, and whoever stops the run does.
     *
     * @param session in which the slice lies
     * @param slice from when to when, milliseconds since midnight at the exchange
     * @param waits told once, in words, where there is something to wait for
     * @return false where the slice is over already: what was due in it is due in the next one
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the run is stopped meanwhile
     */
    default boolean begin(WorkingSession session, SliceHours slice, Consumer<String> waits) {
        return true;
    }

    /**
     * What venues told, since it was asked last, of orders that were not at work; at first all that is known to have been told
     * since the run began. It may be asked after the close, too. What cannot be booked yet is not told again before the venue tells more of its order.
     */
    default List<LateTold> late() {
        return List.of();
    }

    /** When a slice begins and ends, milliseconds since midnight at the exchange. */
    record SliceHours(long startMillis, long endMillis) {}

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
