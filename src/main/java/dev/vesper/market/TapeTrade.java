package dev.vesper.market;

import java.math.BigDecimal;

/**
 * One trade of the market's tape.
 *
 * @param millis milliseconds since midnight at the venue
 * @param price in currency units
 * @param quantity in units (shares)
 */
public record TapeTrade(long millis, BigDecimal price, long quantity) {}
