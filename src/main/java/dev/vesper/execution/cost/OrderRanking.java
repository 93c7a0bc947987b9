package dev.vesper.execution.cost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * Which orders a reader must see first. Amounts of different currencies are never compared as they stand: each is taken as
 * a share of all that was ordered in its currency that day. For example, of orders for 1,000,000 USD and 100,000,000 JPY,
 * one that cost 500 USD (5 bps) comes before one that cost 20,000 JPY (2 bps).
 */
public final class OrderRanking {
    private OrderRanking() {}

    /**
     * By implementation shortfall, the highest cost first.
     *
     * @param totals of the day, by currency
     */
    public static Comparator<ExecutedOrder> dearestFirst(Map<String, CurrencyTotal> totals) {
        return Comparator.<ExecutedOrder>comparingDouble(o -> share(o.costs().total(), o, totals))
                .reversed();
    }

    /**
     * By what was ordered, at decision prices, the most first.
     *
     * @param totals of the day, by currency
     */
    public static Comparator<ExecutedOrder> largestFirst(Map<String, CurrencyTotal> totals) {
        return Comparator.<ExecutedOrder>comparingDouble(o -> share(o.order().notional(), o, totals))
                .reversed();
    }

    /**
     * By what was not filled at the decision price, the most first; where that is the same, for example nothing, the
     * largest order first.
     *
     * @param totals of the day, by currency
     */
    public static Comparator<ExecutedOrder> leastFilledFirst(Map<String, CurrencyTotal> totals) {
        return Comparator.<ExecutedOrder>comparingDouble(o -> share(o.leavesNotional(), o, totals))
                .thenComparingDouble(o -> share(o.order().notional(), o, totals))
                .reversed();
    }

    private static double share(BigDecimal amount, ExecutedOrder order, Map<String, CurrencyTotal> totals) {
        CurrencyTotal total = totals.get(order.order().currency());
        return total == null || total.notional().signum() == 0
                ? 0
                : amount.doubleValue() / total.notional().doubleValue();
    }
}
