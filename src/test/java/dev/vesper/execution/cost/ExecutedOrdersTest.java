package dev.vesper.execution.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.testing.Sent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutedOrdersTest {
    private final List<ParentOrder> parents = new ArrayList<>();
    private final List<ChildOrder> children = new ArrayList<>();
    private final Map<String, ChildOutcome> outcomes = new HashMap<>();
    private final List<Fill> fills = new ArrayList<>();

    @Test
    void anOrderIsFilledInPartUnfilledWorkingOrNotSent() {
        parents.add(order("full", "IBM", 100));
        parents.add(order("part", "IBM", 100));
        parents.add(order("none", "IBM", 100));
        parents.add(order("open", "IBM", 100));
        parents.add(order("kept", "IBM", 100));
        sent("full", 100, "");
        sent("part", 60, "");
        sent("none", 0, "Unknown symbol");
        children.add(child("open"));
        assertEquals(
                List.of(
                        OrderStatus.FILLED,
                        OrderStatus.PARTIAL,
                        OrderStatus.UNFILLED,
                        OrderStatus.WORKING,
                        OrderStatus.NOT_SENT),
                orders(Map.of()).stream().map(ExecutedOrder::status).toList());
        assertEquals("Unknown symbol", orders(Map.of()).get(2).reason());
        OrderFigures figures = OrderFigures.of(orders(Map.of()));
        assertEquals(List.of(1L, 1L, 3L), List.of(figures.filled(), figures.partlyFilled(), figures.notFilled()));
    }

    /** The example of the documentation of the shortfall: 86 on 10,000. */
    @Test
    void theSessionPricesSplitTheCost() {
        parents.add(order("A", "IBM", 1000));
        children.add(child("A"));
        fill("A", "10.07", 800, "14");
        ExecutedOrder order = orders(Map.of("IBM", new SessionPrices(new BigDecimal("10.05"), new BigDecimal("10.08"))))
                .getFirst();
        assertEquals(86.0, order.costs().totalBps(), 1e-9);
        assertEquals(new BigDecimal("40.00"), order.costs().delay());
        assertEquals(0, new BigDecimal("10.07").compareTo(order.averagePrice().orElseThrow()));
        assertEquals(0, new BigDecimal("2000").compareTo(order.leavesNotional()));
    }

    @Test
    void withoutSessionPricesTheRestIsMarkedAtTheLastFillInTheSymbol() {
        parents.add(order("A", "IBM", 10));
        parents.add(order("B", "IBM", 10));
        parents.add(order("C", "GE", 10));
        fill("A", "10.50", 10, "0");
        List<ExecutedOrder> orders = orders(Map.of());
        assertEquals(new BigDecimal("10.50"), orders.get(1).last());
        assertEquals(0, new BigDecimal("5").compareTo(orders.get(1).costs().opportunity()));
        assertEquals(new BigDecimal("10.00"), orders.get(2).last(), "nothing traded in GE: its decision price");
        assertEquals(Optional.empty(), orders.get(2).averagePrice());
    }

    @Test
    void totalsAreByCurrencyVenueAndAccount() {
        parents.add(order("A", "IBM", 100));
        fill("A", "10.00", 30, "1");
        fill("A", "11.00", 30, "2");
        CurrencyTotal total = CurrencyTotal.of(orders(Map.of())).get("USD");
        assertEquals(0.6, total.fillRate(), 1e-12);
        assertEquals(0, new BigDecimal("630").compareTo(total.filled()));
        VenueTotal venue = VenueTotal.of(fills, orders(Map.of())).getFirst();
        assertEquals(2, venue.fills());
        assertEquals(1.0, venue.share());
        assertEquals(3 / 630.0 * 10_000, venue.feeBps(), 1e-9);
        AccountFlow flow = AccountFlow.of(fills).get("ACC1");
        assertEquals(0, new BigDecimal("-633").compareTo(flow.cash()));
        assertEquals(0, new BigDecimal("630").compareTo(flow.traded()));
    }

    private List<ExecutedOrder> orders(Map<String, SessionPrices> session) {
        return ExecutedOrders.of(parents, Sent.of(children, outcomes), fills, session);
    }

    private void sent(String parent, long filled, String reason) {
        children.add(child(parent));
        outcomes.put(
                parent + "-1",
                new ChildOutcome(
                        parent + "-1",
                        filled > 0 ? ChildOutcome.State.FILLED : ChildOutcome.State.REJECTED,
                        BigDecimal.valueOf(filled),
                        reason));
        if (filled > 0) {
            fill(parent, "10.00", filled, "0");
        }
    }

    private static ParentOrder order(String id, String symbol, long units) {
        return new ParentOrder(
                id,
                "ACC1",
                symbol,
                Side.BUY,
                BigDecimal.valueOf(units),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal("10.00"),
                "USD",
                SlicingStrategy.TWAP,
                List.of());
    }

    private static ChildOrder child(String parent) {
        return new ChildOrder(parent + "-1", parent, 0, "LITX", "IBM", Side.BUY, BigDecimal.TEN, BigDecimal.TEN, 0, 1);
    }

    private void fill(String parent, String price, long units, String fee) {
        fills.add(new Fill(
                "LITX",
                "E" + fills.size(),
                parent + "-1",
                parent,
                "ACC1",
                "IBM",
                Side.BUY,
                BigDecimal.valueOf(units),
                new BigDecimal(price),
                new BigDecimal(fee),
                fills.size()));
    }
}
