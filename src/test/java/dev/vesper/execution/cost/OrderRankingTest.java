package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderRankingTest {
    @Test
    void theDearestOrderComesFirstAndAGainLast() {
        List<ExecutedOrder> orders =
                List.of(order("gain", "USD", 100, 100, -40), order("dear", "USD", 100, 100, 70), free("free", "USD"));
        assertEquals(List.of("dear", "free", "gain"), ranked(orders, OrderRanking.dearestFirst(totals(orders))));
    }

    @Test
    void whatIsMissingMostComesFirstThenTheLargest() {
        List<ExecutedOrder> orders = List.of(
                order("small", "USD", 10, 10, 0),
                order("large", "USD", 500, 500, 0),
                order("half", "USD", 100, 50, 0),
                order("none", "USD", 60, 0, 0));
        assertEquals(
                List.of("none", "half", "large", "small"),
                ranked(orders, OrderRanking.leastFilledFirst(totals(orders))));
    }

    /** The example of the documentation: 20,000 JPY are a larger number than 500 USD, and a smaller cost. */
    @Test
    void amountsOfTwoCurrenciesAreComparedAsSharesOfTheirCurrency() {
        List<ExecutedOrder> orders = List.of(
                order("yen", "JPY", 10_000_000, 10_000_000, 20_000), order("dollar", "USD", 100_000, 99_000, 500));
        assertEquals(List.of("dollar", "yen"), ranked(orders, OrderRanking.dearestFirst(totals(orders))));
    }

    @Test
    void withoutATotalOfItsCurrencyAnOrderIsNeitherDearNorMissing() {
        List<ExecutedOrder> orders = List.of(order("lost", "GBP", 10, 0, 9), order("dear", "USD", 10, 0, 1));
        Map<String, CurrencyTotal> totals = totals(orders.subList(1, 2));
        assertEquals(List.of("dear", "lost"), ranked(orders, OrderRanking.dearestFirst(totals)));
        assertEquals(List.of("dear", "lost"), ranked(orders, OrderRanking.leastFilledFirst(totals)));
    }

    private static List<String> ranked(List<ExecutedOrder> orders, Comparator<ExecutedOrder> order) {
        return orders.stream().sorted(order).map(o -> o.order().id()).toList();
    }

    private static Map<String, CurrencyTotal> totals(List<ExecutedOrder> orders) {
        return CurrencyTotal.of(orders);
    }

    private static ExecutedOrder free(String id, String currency) {
        return order(id, currency, 100, 100, 0);
    }

    private static ExecutedOrder order(String id, String currency, long units, long filled, long cost) {
        BigDecimal price = BigDecimal.TEN;
        ParentOrder parent = new ParentOrder(
                id,
                "ACC1",
                "IBM",
                Side.BUY,
                BigDecimal.valueOf(units),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                price,
                currency,
                SlicingStrategy.TWAP,
                List.of());
        return new ExecutedOrder(
                parent,
                filled == units ? OrderStatus.FILLED : OrderStatus.PARTIAL,
                1,
                BigDecimal.valueOf(filled),
                BigDecimal.valueOf(filled).multiply(price),
                price,
                price,
                new ImplementationShortfall(
                        BigDecimal.ZERO, BigDecimal.valueOf(cost), BigDecimal.ZERO, BigDecimal.ZERO, parent.notional()),
                "");
    }
}
