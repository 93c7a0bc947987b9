package dev.vesper.limits.bounds;

import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.ComplianceCheck;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What compliance lets pass of trial orders: what it denies has a bound of zero, what it cuts the quantity that it permits. Its
 * rules are asked, not copied, so a new one is respected too.
 */
public final class ComplianceBounds {
    private ComplianceBounds() {}

    /**
     * Asks about the purchases, then about the sales: of the other side nothing is known when one is asked.
     *
     * @param trials one order at most for each instrument and side
     */
    public static List<OrderBound> of(ComplianceCheck compliance, AccountBook book, List<ParentOrder> trials) {
        List<OrderBound> bounds = new ArrayList<>();
        for (Side side : Side.values()) {
            Map<String, ParentOrder> asked = new HashMap<>();
            trials.stream().filter(order -> order.side() == side).forEach(order -> asked.put(order.id(), order));
            if (!asked.isEmpty()) {
                List<ParentOrder> orders =
                        trials.stream().filter(order -> order.side() == side).toList();
                bounds.addAll(bounds(asked, compliance.judge(book.withOrders(orders))));
            }
        }
        return bounds;
    }

    /** The bounds that verdicts on these orders set. */
    public static List<OrderBound> bounds(Map<String, ParentOrder> orders, List<Verdict> verdicts) {
        List<OrderBound> bounds = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            ParentOrder order = orders.get(verdict.subject());
            if (order != null && verdict.outcome().acts()) {
                BigDecimal units = verdict.outcome() == Outcome.DENY
                        ? BigDecimal.ZERO
                        : verdict.permitted().orElse(BigDecimal.ZERO);
                bounds.add(new OrderBound(
                        order.symbol(), order.side(), units, new Why(verdict.rule(), 0, verdict.reason())));
            }
        }
        return bounds;
    }
}
