package dev.vesper.execution.routing;

import java.math.BigDecimal;

/**
 * What a venue shows at one price.
 *
 * @param price in currency units, without fees
 * @param lots above zero
 */
public record ShownLevel(BigDecimal price, long lots) {}
