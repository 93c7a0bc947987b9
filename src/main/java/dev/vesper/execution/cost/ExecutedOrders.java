package dev.vesper.execution.cost;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings parents, their children and fills of a day together, in one pass over each. */
public final class ExecutedOrders {
    private final Map<String, List<Fill>> fills;
    private final Map<String, SentChildren> sent;
    private final Map<String, SessionPrices> session;
    private final Map<String, Fill> lastFill = new HashMap<>();

    private ExecutedOrders(Map<String, SentChildren> sent, List<Fill> fills, Map<String, SessionPrices> session) {
        this.fills = fills.stream().collect(Collectors.groupingBy(Fill::parentId));
        this.sent = sent;
        this.session = session;
        for (Fill fill : fills) {
            lastFill.merge(fill.symbol(), fill, (a, b) -> b.millis() >= a.millis() ? b : a);
        }
    }

    /**
     * One for each parent, in their order.
     *
     * @param sent what became of the children, by parent; a parent that is absent was not sent
     * @param session arrival and last price by symbol; a symbol that is absent is costed against its decision price, and
     *     an unfilled rest against the last fill in the symbol
     */
    public static List<ExecutedOrder> of(
            List<ParentOrder> parents,
            Map<String, SentChildren> sent,
            List<Fill> fills,
            Map<String, SessionPrices> session) {
        ExecutedOrders day = new ExecutedOrders(sent, fills, session);
        return parents.stream().map(day::order).toList();
    }

    /**
     * An order that people left out of what they approved: nothing was to be done, so it costs nothing.
     *
     * @param words who left it out and why
     */
    public static ExecutedOrder leftOut(ParentOrder order, String words) {
        return new ExecutedOrder(
                order,
                OrderStatus.LEFT_OUT,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                order.decisionPrice(),
                order.decisionPrice(),
                ImplementationShortfall.NONE,
                words);
    }

    private ExecutedOrder order(ParentOrder order) {
        SessionPrices prices = session.get(order.symbol());
        Fill lastInSymbol = lastFill.get(order.symbol());
        BigDecimal marked = lastInSymbol == null ? order.decisionPrice() : lastInSymbol.price();
        BigDecimal arrival = prices == null ? order.decisionPrice() : prices.arrival();
        BigDecimal last = prices == null ? marked : prices.last();
        SentChildren children = sent.getOrDefault(order.id(), SentChildren.NONE);
        List<Fill> own = fills.getOrDefault(order.id(), List.of());
        BigDecimal filled = own.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal notional = own.stream().map(Fill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ExecutedOrder(
                order,
                status(order, filled, children),
                children.sent(),
                filled,
                notional,
                arrival,
                last,
                ImplementationShortfall.of(order, own, arrival, last),
                children.reason());
    }

    private static OrderStatus status(ParentOrder order, BigDecimal filled, SentChildren children) {
        if (filled.compareTo(order.quantity()) >= 0) {
            return OrderStatus.FILLED;
        }
        if (children.sent() == 0) {
            return OrderStatus.NOT_SENT;
        }
        if (children.ended() < children.sent()) {
            return OrderStatus.WORKING;
        }
        return filled.signum() > 0 ? OrderStatus.PARTIAL : OrderStatus.UNFILLED;
    }
}
