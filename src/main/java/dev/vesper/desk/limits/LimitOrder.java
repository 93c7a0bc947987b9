package dev.vesper.desk.limits;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/**
 * An order that fills a limit.
 *
 * @param order its id
 * @param quantity units, after cuts
 * @param use what it uses, in the unit of the limit's basis
 * @param share of the limit, 1 would fill it alone
 */
public record LimitOrder(String order, String symbol, Side side, BigDecimal quantity, BigDecimal use, double share) {}
