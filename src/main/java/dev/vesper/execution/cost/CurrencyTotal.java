package dev.vesper.execution.cost;

import dev.vesper.execution.ImplementationShortfall;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The day in one currency: amounts of different currencies are never added.
 *
 * @param notional ordered, at decision prices
 * @param filled traded, at fill prices
 * @param filledAtDecision traded, at decision prices: over notional it is the fill rate
 */
public record CurrencyTotal(
        String currency,
        BigDecimal notional,
        BigDecimal filled,
        BigDecimal filledAtDecision,
        ImplementationShortfall costs) {

    /** All orders, by currency. */
    public static SortedMap<String, CurrencyTotal> of(List<ExecutedOrder> orders) {
        SortedMap<String, CurrencyTotal> totals = new TreeMap<>();
        for (ExecutedOrder order : orders) {
            String currency = order.order().currency();
            totals.put(currency, totals.getOrDefault(currency, none(currency)).plus(order));
        }
        return totals;
    }

    private static CurrencyTotal none(String currency) {
        return new CurrencyTotal(
                currency, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, ImplementationShortfall.NONE);
    }

    private CurrencyTotal plus(ExecutedOrder order) {
        return new CurrencyTotal(
                currency,
                notional.add(order.order().notional()),
                filled.add(order.filledNotional()),
                filledAtDecision.add(order.filled().multiply(order.order().decisionPrice())),
                costs.plus(order.costs()));
    }

    /** Share of the ordered notional that was filled, 0 to 1. */
    public double fillRate() {
        return notional.signum() == 0 ? 0 : filledAtDecision.doubleValue() / notional.doubleValue();
    }

    public double costBps() {
        return costs.totalBps();
    }
}
