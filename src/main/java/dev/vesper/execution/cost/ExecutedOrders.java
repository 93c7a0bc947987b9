package dev.vesper.execution.cost;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings parents, children, outcomes and fills of a day together, in one pass over each. */
public final class ExecutedOrders {
    private final Map<String, List<Fill>> fills;
    private final Map<String, List<ChildOrder>> children;
    private final Map<String, ChildOutcome> outcomes;
    private final Map<String, SessionPrices> session;
    private final Map<String, Fill> lastFill = new HashMap<>();

    private ExecutedOrders(
            List<ChildOrder> children,
            Map<String, ChildOutcome> outcomes,
            List<Fill> fills,
            Map<String, SessionPrices> session) {
        this.fills = fills.stream().collect(Collectors.groupingBy(Fill::parentId));
        this.children = children.stream().collect(Collectors.groupingBy(ChildOrder::parentId));
        this.outcomes = outcomes;
        this.session = session;
        for (Fill fill : fills) {
            lastFill.merge(fill.symbol(), fill, (a, b) -> b.millis() >= a.millis() ? b : a);
        }
    }

    /**
     * One for each parent, in their order.
     *
     * @param session arrival and last price by symbol; a symbol that is absent is costed against its decision price, and
     *     an unfilled rest against the last fill in the symbol
     */
    public static List<ExecutedOrder> of(
            List<ParentOrder> parents,
            List<ChildOrder> children,
            Map<String, ChildOutcome> outcomes,
            List<Fill> fills,
            Map<String, SessionPrices> session) {
        ExecutedOrders day = new ExecutedOrders(children, outcomes, fills, session);
        return parents.stream().map(day::order).toList();
    }

    private ExecutedOrder order(ParentOrder order) {
        SessionPrices prices = session.get(order.symbol());
        Fill lastInSymbol = lastFill.get(order.symbol());
        BigDecimal marked = lastInSymbol == null ? order.decisionPrice() : lastInSymbol.price();
        BigDecimal arrival = prices == null ? order.decisionPrice() : prices.arrival();
        BigDecimal last = prices == null ? marked : prices.last();
        List<ChildOrder> sent = children.getOrDefault(order.id(), List.of());
        List<Fill> own = fills.getOrDefault(order.id(), List.of());
        List<ChildOutcome> ends = new ArrayList<>();
        for (ChildOrder child : sent) {
            ChildOutcome end = outcomes.get(child.clientOrderId());
            if (end != null) {
                ends.add(end);
            }
        }
        BigDecimal filled = own.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal notional = own.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ExecutedOrder(
                order,
                status(order, filled, sent.size(), ends.size()),
                sent.size(),
                filled,
                notional,
                arrival,
                last,
                ImplementationShortfall.of(order, own, arrival, last),
                ends.stream()
                        .map(ChildOutcome::reason)
                        .filter(reason -> !reason.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static OrderStatus status(ParentOrder order, BigDecimal filled, int sent, int ended) {
        if (filled.compareTo(order.quantity()) >= 0) {
            return OrderStatus.FILLED;
        }
        if (sent == 0) {
            return OrderStatus.NOT_SENT;
        }
        if (ended < sent) {
            return OrderStatus.WORKING;
        }
        return filled.signum() > 0 ? OrderStatus.PARTIAL : OrderStatus.UNFILLED;
    }
}
