package dev.vesper.execution.analysis;

import java.math.BigDecimal;

/**
 * A part of an order as it was sent to a venue.
 *
 * @param sentMillis milliseconds since midnight at the venue
 * @param endedMillis when it was filled to the end, cancelled or rejected
 * @param filled units, at most the quantity
 */
public record SentChild(
        String orderId, long sentMillis, long endedMillis, BigDecimal quantity, BigDecimal filled, End end) {
    /** How it ended. */
    public enum End {
        FILLED,
        CANCELLED,
        REJECTED,
        /** It stood when the day was over. */
        DAY_OVER
    }
}
