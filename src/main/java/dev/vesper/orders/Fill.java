package dev.vesper.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One execution, booked exactly once for each (venue, executionId).
 *
 * @param executionId FIX ExecID, unique at its venue
 * @param quantity units, greater than zero
 * @param price in currency units
 * @param fee what the venue charges, in currency units, zero or more
 * @param millis market time, milliseconds since midnight
 * @param date the trade date; null for what was filled before fills carried one, on the business date of its run
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
        long millis,
        @Nullable LocalDate date) {
    /** One that carries no date. */
    public Fill(
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
        this(venue, executionId, clientOrderId, parentId, account, symbol, side, quantity, price, fee, millis, null);
    }

    /**
     * The trade date.
     *
     * @param business of its run
     */
    public LocalDate dateOr(LocalDate business) {
        return date == null ? business : date;
    }

    /** Quantity times fill price, in currency units, without sign. */
    public BigDecimal notional() {
        return price.multiply(quantity);
    }

    /** The same execution, booked to an account. */
    public Fill toAccount(String booked) {
        return new Fill(
                venue, executionId, clientOrderId, parentId, booked, symbol, side, quantity, price, fee, millis, date);
    }

    /** The same execution on a trade date. */
    public Fill on(LocalDate day) {
        return new Fill(
                venue, executionId, clientOrderId, parentId, account, symbol, side, quantity, price, fee, millis, day);
    }
}
