package dev.vesper.simulation.replay;

import dev.vesper.orders.Side;

/**
 * A child order as it went.
 *
 * @param number from 1, in the order of sending
 * @param order the parent's id
 * @param sentNanos nanoseconds since midnight when it was decided
 * @param endedNanos when the venue had ended it
 * @param priceE4 its last limit in 1/10,000; 0 at the market
 * @param filled units, at most {@code units}
 * @param end how it ended
 */
public record ReplayedChild(
        long number,
        String order,
        Side side,
        long sentNanos,
        long endedNanos,
        long priceE4,
        long units,
        long filled,
        End end) {
    /** How a child ended. */
    public enum End {
        FILLED,
        CANCELLED,
        /** The venue did not take it: nobody quoted the other side, or trading was halted. */
        REJECTED,
        /** It stood when the recorded day was over. */
        DAY_OVER
    }

    ReplayedChild at(long limitE4) {
        return new ReplayedChild(number, order, side, sentNanos, endedNanos, limitE4, units, filled, end);
    }

    ReplayedChild filled(long more, long nanos) {
        long all = filled + more;
        return new ReplayedChild(
                number, order, side, sentNanos, nanos, priceE4, units, all, all == units ? End.FILLED : end);
    }

    ReplayedChild ended(long nanos, End how) {
        return new ReplayedChild(number, order, side, sentNanos, nanos, priceE4, units, filled, how);
    }
}
