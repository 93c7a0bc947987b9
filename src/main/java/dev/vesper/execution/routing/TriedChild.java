package dev.vesper.execution.routing;

import java.math.BigDecimal;

/**
 * What came of one child of an earlier day.
 *
 * @param sent units, more than zero
 * @param filled units, from zero to what was sent
 * @param price its limit, in currency units, more than zero
 * @param cutShort whether it was given too little of its slice to say that there was no more
 */
public record TriedChild(
        String venue, String symbol, BigDecimal sent, BigDecimal filled, BigDecimal price, boolean cutShort) {}
