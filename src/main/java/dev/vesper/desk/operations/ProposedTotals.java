package dev.vesper.desk.operations;

import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.execution.cost.ExpectedCost;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in sums, without what is left out of it.
 *
 * @param orders how many are asked about
 * @param leftOut how many are not any more
 * @param costBps what the firm expects trades to cost, in basis points of their notional, fees included; null where its frozen
 *     files are gone
 * @param feeBps the fees in it, as the venues ask for them
 */
public record ProposedTotals(
        int orders,
        int leftOut,
        List<OfCurrency> currencies,
        @Nullable BigDecimal costBps,
        @Nullable BigDecimal feeBps) {
    public ProposedTotals {
        currencies = List.copyOf(currencies);
    }

    /**
     * The orders of one currency.
     *
     * @param bought at decision prices
     * @param sold at decision prices
     * @param expectedCost of both; null where it is not known
     * @param expectedFees the fees in it
     */
    public record OfCurrency(
            String currency,
            BigDecimal bought,
            BigDecimal sold,
            @Nullable BigDecimal expectedCost,
            @Nullable BigDecimal expectedFees) {}

    static ProposedTotals of(RebalanceResult decided, Set<String> leftOut, Optional<ExpectedCost> cost) {
        TreeMap<String, List<ParentOrder>> byCurrency = new TreeMap<>();
        int orders = 0;
        for (ParentOrder order : decided.orders()) {
            if (!leftOut.contains(order.id())) {
                orders++;
                byCurrency
                        .computeIfAbsent(order.currency(), _ -> new ArrayList<>())
                        .add(order);
            }
        }
        return new ProposedTotals(
                orders,
                decided.orders().size() - orders,
                byCurrency.entrySet().stream()
                        .map(one -> of(one.getKey(), one.getValue(), cost))
                        .toList(),
                cost.map(ExpectedCost::costBps).orElse(null),
                cost.map(ExpectedCost::feeBps).orElse(null));
    }

    private static OfCurrency of(String currency, List<ParentOrder> orders, Optional<ExpectedCost> cost) {
        BigDecimal bought = sum(orders, Side.BUY);
        BigDecimal sold = sum(orders, Side.SELL);
        BigDecimal traded = bought.add(sold);
        return new OfCurrency(
                currency,
                bought,
                sold,
                cost.map(one -> one.of(traded)).orElse(null),
                cost.map(one -> one.fees(traded)).orElse(null));
    }

    private static BigDecimal sum(List<ParentOrder> orders, Side side) {
        return orders.stream()
                .filter(order -> order.side() == side)
                .map(ParentOrder::notional)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
