package dev.vesper.execution.reconcile;

import dev.vesper.basics.Place;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One execution as the venue's own file tells it.
 *
 * @param place where it is written
 * @param orderId our ClOrdID as the venue has it
 * @param quantity units, above 0
 * @param price in currency units, above 0
 * @param fee what the venue charges, below 0 where it pays; empty where the file tells none
 * @param date the trade date; empty where the file tells none
 */
public record VenueTrade(
        Place place,
        String venue,
        String executionId,
        String orderId,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        Optional<BigDecimal> fee,
        Optional<LocalDate> date) {}
