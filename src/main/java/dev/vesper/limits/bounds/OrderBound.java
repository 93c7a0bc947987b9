package dev.vesper.limits.bounds;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/**
 * How much of one instrument may be bought, or sold, at most.
 *
 * @param units in whole lots; 0 where nothing may be traded. Below zero where what is held is too much already: -200 of a
 *     purchase says that 200 must be sold for the position to be within
 */
public record OrderBound(String symbol, Side side, BigDecimal units, Why why) {}
