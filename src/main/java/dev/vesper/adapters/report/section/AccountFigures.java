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

    /** Bought plus sold, as a share of the value in the morning; zero where that is nothing. */
    public double turnover() {
        double value = plan.value().doubleValue();
        return value <= 0 ? 0 : day.flow().traded().doubleValue() / value;
    }

    public String currency() {
        return plan.account().cash().currency();
    }
}
