package dev.vesper.limits.bounds;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the rules allow of one account. Of rules that know no such bound there is none here: they judge the plan.
 *
 * @param orders in a stable order; several may bind one instrument and side
 * @param shared in a stable order
 */
public record Bounds(List<OrderBound> orders, List<SharedBound> shared) {
    /** Nothing is bound. */
    public static final Bounds NONE = new Bounds(List.of(), List.of());

    public Bounds {
        orders = List.copyOf(orders);
        shared = List.copyOf(shared);
    }

    /** These and more of single orders. */
    public Bounds and(List<OrderBound> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<OrderBound> all = new ArrayList<>(orders);
        all.addAll(more);
        return new Bounds(all, shared);
    }

    public boolean isEmpty() {
        return orders.isEmpty() && shared.isEmpty();
    }

    /** The bound that allows the least; of equals the first. */
    public Optional<OrderBound> tightest(String symbol, Side side) {
        return orders.stream()
                .filter(bound -> bound.side() == side && bound.symbol().equals(symbol))
                .min(Comparator.comparing(OrderBound::units));
    }

    /** Whether so many units may be traded, as far as single orders are bound. */
    public boolean allows(String symbol, Side side, BigDecimal units) {
        return tightest(symbol, side)
                .map(bound -> bound.units().compareTo(units) >= 0)
                .orElse(true);
    }
}
