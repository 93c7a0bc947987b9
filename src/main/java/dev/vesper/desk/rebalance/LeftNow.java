package dev.vesper.desk.rebalance;

import java.math.BigDecimal;

/**
 * What other rules leave of an order that was approved.
 *
 * @param units that may be traded of it in all, filled ones included; 0 or more, fewer than were approved
 * @param why for people: which rule says so, and what it says
 */
public record LeftNow(BigDecimal units, String why) {}
