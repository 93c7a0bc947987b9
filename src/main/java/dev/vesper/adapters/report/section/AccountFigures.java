package dev.vesper.adapters.report.section;

import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.execution.cost.AccountFlow;
import dev.vesper.portfolio.AccountValue;
import java.util.SortedMap;

/**
 * One account before and after the day.
 *
 * @param target share of value by symbol that was aimed at, after the cash buffer
 * @param after once fills and fees are booked, at decision prices
 */
public record AccountFigures(
        AccountPlan plan, SortedMap<String, Double> target, AccountValue after, AccountFlow flow, long orders) {
    public String id() {
        return plan.account().id();
    }

    public String currency() {
        return plan.account().cash().currency();
    }
}
