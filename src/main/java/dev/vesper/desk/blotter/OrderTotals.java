package dev.vesper.desk.blotter;

import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderFigures;
import java.math.BigDecimal;
import java.util.List;

/**
 * All orders of a run together, as they stand.
 *
 * @param orders how many parents
 * @param filled parents filled to the last unit
 * @param partlyFilled parents filled in part, with no child that works
 * @param counts of children and fills
 * @param currencies amounts of different currencies are never added
 */
public record OrderTotals(
        RunRecord run, int orders, long filled, long partlyFilled, OrderCounts counts, List<CurrencyLine> currencies) {
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

    static OrderTotals of(RunRecord run, OrderCounts counts, List<ExecutedOrder> orders) {
        OrderFigures figures = OrderFigures.of(orders);
        return new OrderTotals(
                run,
                figures.orders(),
                figures.filled(),
                figures.partlyFilled(),
                counts,
                CurrencyTotal.of(orders).values().stream()
                        .map(total ->
                                new CurrencyLine(total.currency(), total.notional(), total.filled(), total.fillRate()))
                        .toList());
    }
}
