package dev.vesper.adapters.report;

import dev.vesper.desk.rebalance.AccountPlan;
import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * One account before and after the day.
 *
 * @param cashAfter cash once the fills and fees are booked, in the account's currency
 * @param valueAfter cash after plus lots after at decision prices
 * @param before share of value by symbol at the start
 * @param target share of value by symbol that was aimed at, after the cash buffer
 * @param after share of value by symbol at the end
 * @param traded notional filled, at fill prices
 */
record AccountFact(
        AccountPlan plan,
        BigDecimal cashAfter,
        BigDecimal valueAfter,
        SortedMap<String, Double> before,
        SortedMap<String, Double> target,
        SortedMap<String, Double> after,
        BigDecimal traded,
        int orders) {}
