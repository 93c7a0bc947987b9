package dev.vesper.orders.state;

import java.math.BigDecimal;

/**
 * A venue said that an order has ended.
 *
 * @param status how: one that {@linkplain OrderStatus#ended() ends}
 * @param filled units that it counts as filled (CumQty, 14)
 */
public record OrderEnd(OrderStatus status, BigDecimal filled) {}
