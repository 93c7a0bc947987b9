package dev.vesper.simulation;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/** What a venue is asked to do. The venue's clock moves with these and with nothing else. */
public sealed interface VenueCommand {
    /** Market time of the sender, milliseconds since midnight. */
    long millis();

    /**
     * A new limit order.
     *
     * @param quantity units
     * @param limitPrice in currency units
     * @param minimumQuantity smallest fill wanted, in units; 0 for any
     */
    record Enter(
            String clientOrderId,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal limitPrice,
            BigDecimal minimumQuantity,
            long millis)
            implements VenueCommand {}

    /**
     * Cancels what is left of an order.
     *
     * @param cancelId the request's own id
     */
    record Cancel(String cancelId, String clientOrderId, long millis) implements VenueCommand {}
}
