package dev.vesper.orders;

import java.math.BigDecimal;

/**
 * One order as sent to one venue.
 *
 * @param clientOrderId FIX ClOrdID, decided and stored before sending; sending it twice is sending it once
 * @param slice the time slice of the day it belongs to, counted from 0
 * @param quantity units, greater than zero
 * @param limitPrice in currency units
 * @param sentMillis market time of sending, milliseconds since midnight
 * @param expireMillis market time at which what is left is cancelled
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
        long expireMillis) {}
