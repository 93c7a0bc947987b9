package dev.vesper.execution.routing;

import java.math.BigDecimal;

/**
 * How a firm routes.
 *
 * @param lot units of one lot
 * @param darkBps share of an order tried at dark venues, 0 to 10,000 basis points
 * @param betterBy which price must not be passed by
 */
public record RouterSettings(BigDecimal lot, int darkBps, BetterBy betterBy) {}
