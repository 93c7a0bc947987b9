package dev.vesper.desk.rebalance;

import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Approved orders before the rules that count while they are worked. These are the rules that judged them, until an urgent change
 * becomes active: then the orders are judged anew, whole, with what is filled of them, and what the change does not let pass is
 * not traded any further. What it would allow beyond the approval, nobody approved.
 */
public final class RulesWhileWorked {
    private final RebalanceStore store;
    private final Supplier<RuleBook> rules;
    private SortedMap<String, String> asked = new TreeMap<>();
    private Map<String, LeftNow> answer = Map.of();

    /** @param rules asked each time for what counts now */
    public RulesWhileWorked(RebalanceStore store, Supplier<RuleBook> rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * The orders of which less may be traded than was approved, by their ids. Of one run; not for several threads.
     *
     * @param orders all that are worked
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the rules that are active cannot be loaded: nothing is sent by
     *     others
     */
    public Map<String, LeftNow> less(RunRecord run, RunMarket market, List<ParentOrder> orders) {
        RuleBook book = rules.get();
        RuleBook now = book.now(run.id());
        SortedMap<String, String> versions = now.versions();
        if (!versions.equals(asked)) {
            answer = versions.equals(book.versions(run.id())) ? Map.of() : judged(run, market, now, orders);
            asked = versions;
        }
        return answer;
    }

    private Map<String, LeftNow> judged(RunRecord run, RunMarket market, RuleBook now, List<ParentOrder> orders) {
        OrdersJudged again = new OrdersJudged(run, market, store, now, orders);
        Map<String, LeftNow> less = new HashMap<>();
        for (Account account : market.firm().accounts()) {
            JudgedOrders judged = again.left(account);
            Map<String, BigDecimal> left = new HashMap<>();
            judged.orders().forEach(order -> left.put(order.id(), order.quantity()));
            for (ParentOrder order : again.orders(account)) {
                BigDecimal units = left.getOrDefault(order.id(), BigDecimal.ZERO);
                if (units.compareTo(order.quantity()) < 0) {
                    less.put(order.id(), new LeftNow(units, why(order, judged.verdicts())));
                }
            }
        }
        return Map.copyOf(less);
    }

    private static String why(ParentOrder order, List<Verdict> verdicts) {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict.outcome().acts() && verdict.subject().equals(order.id()) && words.isEmpty()) {
                words.add(verdict.rule().name() + ", changed since it was approved: " + verdict.reason());
            }
        }
        return words.isEmpty() ? "the rules were changed since it was approved" : words.getFirst();
    }
}
