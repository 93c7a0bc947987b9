package dev.vesper.orders;

import java.math.BigDecimal;

/**
 * One execution, booked exactly once for each (venue, executionId).
 *
 * @param executionId FIX ExecID, unique at its venue
 * @param quantity units, greater than zero
 * @param price in currency units
 * @param fee what the venue charges, in currency units, zero or more
 * @param millis market time, milliseconds since midnight
 */
public record Fill(
        String venue,
        String executionId,
        String clientOrderId,
        String parentId,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal fee,
        long millis) {
    /** Quantity times fill price, in currency units, without sign. */
    public BigDecimal notional() {
        return price.multiply(quantity);
    }

    /** The same execution, booked to an account. */
    public Fill toAccount(String booked) {
        return new Fill(
                venue, executionId, clientOrderId, parentId, booked, symbol, side, quantity, price, fee, millis);
    }
}
