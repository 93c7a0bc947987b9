package dev.vesper.orders.slice;

import java.math.BigDecimal;

/**
 * An order of which less may be traded than was approved.
 *
 * @param parent its id
 * @param units that may be traded of it in all, what is filled included; 0 or more
 * @param why for people: the rule that says so, and what it says
 */
public record LessenedOrder(String parent, BigDecimal units, String why) {}
