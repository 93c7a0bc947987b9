package dev.vesper.adapters.report.section;

import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.execution.cost.AccountDay;
import dev.vesper.portfolio.Allocation;

/**
 * One account through the day.
 *
 * @param plan what the rebalance stage wanted of it
 * @param day what became of it
 * @param allocation its holdings before, as aimed at and after, at decision prices
 */
public record AccountFigures(AccountPlan plan, AccountDay day, Allocation allocation) {
    public String id() {
        return plan.account().id();
    }

    public String currency() {
        return plan.account().cash().currency();
    }
}
