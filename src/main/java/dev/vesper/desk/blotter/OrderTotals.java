package dev.vesper.desk.blotter;

import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderFigures;
import dev.vesper.execution.cost.OrderStatus;
import java.math.BigDecimal;
import java.util.List;

/**
 * All orders of a run together, as they stand.
 *
 * @param orders how many parents were approved, or may still be
 * @param filled parents filled to the last unit
 * @param partlyFilled parents filled in part, with no child that works
 * @param leftOut parents that people left out of what they approved; they are in no other figure
 * @param counts of children and fills
 * @param currencies amounts of different currencies are never added
 */
public record OrderTotals(
        RunRecord run,
        int orders,
        long filled,
        long partlyFilled,
        int leftOut,
        OrderCounts counts,
        List<CurrencyLine> currencies) {
    public OrderTotals {
        currencies = List.copyOf(currencies);
    }

    /**
     * The orders of one currency.
     *
     * @param notional ordered, at decision prices
     * @param filled traded, at fill prices
     * @param fillRate share of the ordered notional that is filled, 0 to 1
     */
    public record CurrencyLine(String currency, BigDecimal notional, BigDecimal filled, double fillRate) {}

    static OrderTotals of(RunRecord run, OrderCounts counts, List<ExecutedOrder> all) {
        List<ExecutedOrder> orders =
                all.stream().filter(one -> one.status() != OrderStatus.LEFT_OUT).toList();
        OrderFigures figures = OrderFigures.of(orders);
        return new OrderTotals(
                run,
                figures.orders(),
                figures.filled(),
                figures.partlyFilled(),
                all.size() - orders.size(),
                counts,
                CurrencyTotal.of(orders).values().stream()
                        .map(total ->
                                new CurrencyLine(total.currency(), total.notional(), total.filled(), total.fillRate()))
                        .toList());
    }
}
