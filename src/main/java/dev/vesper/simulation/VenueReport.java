package dev.vesper.simulation;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/** What a venue answers: one FIX execution report, or a cancel reject. Said again it is word for word the same. */
public sealed interface VenueReport {
    String clientOrderId();

    /**
     * Something happened to an order.
     *
     * @param executionId unique at the venue and made from the client order id, so that a replay makes the same one
     * @param filled units of this fill, zero for any other event
     * @param price of this fill, zero for any other event
     * @param fee of this fill in currency units
     * @param cumulative units filled so far
     * @param leaves units still open
     * @param averagePrice of all fills so far, to 8 decimals
     * @param reason why the venue rejects the order, or empty
     */
    record Execution(
            Event event,
            String executionId,
            String clientOrderId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal filled,
            BigDecimal price,
            BigDecimal fee,
            BigDecimal cumulative,
            BigDecimal leaves,
            BigDecimal averagePrice,
            long millis,
            String reason)
            implements VenueReport {}

    /** A cancel that came too late or for an order nobody knows. */
    record CancelRejected(String cancelId, String clientOrderId, boolean known, long millis, String reason)
            implements VenueReport {}

    /** What an {@link Execution} tells. */
    enum Event {
        ACCEPTED,
        PARTLY_FILLED,
        FILLED,
        CANCELLED,
        REJECTED
    }
}
