package dev.vesper.execution.cost;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the orders of a day ended, for example 23 orders: 20 filled, 2 in part, 1 not. */
public record OrderFigures(int orders, Map<OrderStatus, Long> counts) {
    public OrderFigures {
        counts = Map.copyOf(counts);
    }

    public static OrderFigures of(List<ExecutedOrder> orders) {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        orders.forEach(order -> counts.merge(order.status(), 1L, Long::sum));
        return new OrderFigures(orders.size(), counts);
    }

    /** Filled to the last unit. */
    public long filled() {
        return counts.getOrDefault(OrderStatus.FILLED, 0L);
    }

    /** Filled in part when the session ended. */
    public long partlyFilled() {
        return counts.getOrDefault(OrderStatus.PARTIAL, 0L);
    }

    /** Neither: unfilled, still working, or never sent. */
    public long notFilled() {
        return orders - filled() - partlyFilled();
    }
}
