package dev.vesper.desk.rebalance;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What a person sees of a decision before trades go on: a line for each account, the sums, and the beginning of two lists
 * that may be long.
 *
 * @param notional of all orders at their decision prices
 * @param told the first verdicts that did not pass, in their order
 * @param allTold how many did not pass
 * @param largest the largest orders, the largest first
 */
public record DecisionSummary(
        List<AccountLine> accounts,
        int orders,
        BigDecimal notional,
        List<Verdict> told,
        int allTold,
        List<ParentOrder> largest) {
    /** The largest first; of equals the one with the lower id. */
    public static final Comparator<ParentOrder> LARGEST_FIRST =
            Comparator.comparing(ParentOrder::notional).reversed().thenComparing(ParentOrder::id);

    public DecisionSummary {
        accounts = List.copyOf(accounts);
        told = List.copyOf(told);
        largest = List.copyOf(largest);
    }

    /** Of all its accounts; empty where they have several, whose amounts do not add up to one of any. */
    public String currency() {
        List<String> currencies =
                accounts.stream().map(AccountLine::currency).distinct().toList();
        return currencies.size() == 1 ? currencies.getFirst() : "";
    }

    /**
     * One account in figures.
     *
     * @param value cash plus positions at decision prices, in the account's currency
     * @param method how it is weighted, for example {@code hrp}
     * @param trades that are proposed: what the rules took away is not among them
     * @param turnover bought plus sold by those, as a share of the value; zero where that is nothing
     * @param deviation how far the plan stayed from the target before the rules took any away, 0 to 1
     */
    public record AccountLine(
            String account,
            BigDecimal value,
            String currency,
            String method,
            int trades,
            double turnover,
            double deviation) {
        /**
         * Of a plan and what the rules left of it.
         *
         * @param trades how many orders
         * @param traded their notional, bought plus sold
         */
        public static AccountLine of(AccountPlan plan, int trades, BigDecimal traded) {
            double value = plan.value().doubleValue();
            return new AccountLine(
                    plan.account().id(),
                    plan.value(),
                    plan.account().cash().currency(),
                    plan.target().method(),
                    trades,
                    value <= 0 ? 0 : traded.doubleValue() / value,
                    plan.proposal().deviation());
        }
    }

    /**
     * Of a whole decision.
     *
     * @param shown how many verdicts and orders the lists begin with
     */
    public static DecisionSummary of(RebalanceResult decided, int shown) {
        List<Verdict> told = decided.verdicts().stream()
                .filter(verdict -> verdict.outcome() != Outcome.PASS)
                .toList();
        return new DecisionSummary(
                decided.plans().stream()
                        .map(plan -> {
                            List<ParentOrder> own = decided.orders().stream()
                                    .filter(order -> order.account()
                                            .equals(plan.account().id()))
                                    .toList();
                            return AccountLine.of(
                                    plan,
                                    own.size(),
                                    own.stream().map(ParentOrder::notional).reduce(BigDecimal.ZERO, BigDecimal::add));
                        })
                        .toList(),
                decided.orders().size(),
                decided.orders().stream().map(ParentOrder::notional).reduce(BigDecimal.ZERO, BigDecimal::add),
                told.stream().limit(shown).toList(),
                told.size(),
                decided.orders().stream().sorted(LARGEST_FIRST).limit(shown).toList());
    }
}
