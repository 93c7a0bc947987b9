package dev.vesper.orders.state;

import java.math.BigDecimal;

/**
 * One fill as a venue told it.
 *
 * @param id its ExecID (17), unique at the venue on a day
 * @param quantity units, greater than zero
 * @param price in currency units
 * @param fee in currency units
 * @param millis market time, milliseconds since midnight
 */
public record Execution(String id, BigDecimal quantity, BigDecimal price, BigDecimal fee, long millis) {}
