package dev.vesper.orders;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One order as sent to one venue.
 *
 * @param clientOrderId FIX ClOrdID, decided and stored before sending; sending it twice is sending it once
 * @param slice the time slice of the run it belongs to, counted from 0
 * @param quantity units, greater than zero
 * @param limitPrice in currency units
 * @param sentMillis market time of sending, milliseconds since midnight
 * @param expireMillis market time at which what is left is cancelled
 * @param date of the session; null for what was sent before children carried one, on the business date of its run
 * @param minimumFill units of the smallest fill that is accepted, at most the quantity; null where any is
 */
public record ChildOrder(
        String clientOrderId,
        String parentId,
        int slice,
        String venue,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal limitPrice,
        long sentMillis,
        long expireMillis,
        @Nullable LocalDate date,
        @Nullable BigDecimal minimumFill) {
    /** One that accepts a fill of any size. */
    public ChildOrder(
            String clientOrderId,
            String parentId,
            int slice,
            String venue,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal limitPrice,
            long sentMillis,
            long expireMillis,
            @Nullable LocalDate date) {
        this(
                clientOrderId,
                parentId,
                slice,
                venue,
                symbol,
                side,
                quantity,
                limitPrice,
                sentMillis,
                expireMillis,
                date,
                null);
    }

    /** One that carries no date. */
    public ChildOrder(
            String clientOrderId,
            String parentId,
            int slice,
            String venue,
            String symbol,
            Side side,
            BigDecimal quantity,
            BigDecimal limitPrice,
            long sentMillis,
            long expireMillis) {
        this(clientOrderId, parentId, slice, venue, symbol, side, quantity, limitPrice, sentMillis, expireMillis, null);
    }
}
