package dev.vesper.limits.bounds;

import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules allow of one account. Of rules that know no such bound there is none here: they judge the plan.
 *
 * @param tightest the bound that allows least of what is traded, in a stable order
 * @param shared in a stable order
 * @param names how many there may be; empty where no table says so
 */
public record Bounds(Map<Traded, OrderBound> tightest, List<SharedBound> shared, Optional<NamesBound> names) {
    /** Nothing is bound. */
    public static final Bounds NONE = of(List.of(), List.of());

    public Bounds {
        tightest = Collections.unmodifiableMap(new LinkedHashMap<>(tightest));
        shared = List.copyOf(shared);
    }

    /** Of any number of names. */
    public Bounds(Map<Traded, OrderBound> tightest, List<SharedBound> shared) {
        this(tightest, shared, Optional.empty());
    }

    /** An instrument that is bought, or sold. */
    public record Traded(String symbol, Side side) {}

    /** Of several bounds on one instrument and side the least counts; of equals the first. */
    public static Bounds of(List<OrderBound> orders, List<SharedBound> shared) {
        Map<Traded, OrderBound> tightest = new LinkedHashMap<>();
        for (OrderBound bound : orders) {
            tightest.merge(
                    new Traded(bound.symbol(), bound.side()),
                    bound,
                    (known, other) -> other.units().compareTo(known.units()) < 0 ? other : known);
        }
        return new Bounds(tightest, shared);
    }

    /** These and more of single orders. */
    public Bounds and(List<OrderBound> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<OrderBound> all = new ArrayList<>(tightest.values());
        all.addAll(more);
        return of(all, shared).within(names);
    }

    /** These with a bound of the number of names. */
    Bounds within(Optional<NamesBound> most) {
        return new Bounds(tightest, shared, most);
    }

    public boolean isEmpty() {
        return tightest.isEmpty() && shared.isEmpty() && names.isEmpty();
    }

    public Optional<OrderBound> tightest(String symbol, Side side) {
        return Optional.ofNullable(tightest.get(new Traded(symbol, side)));
    }

    /** Whether so many units may be traded, as far as single orders are bound. */
    public boolean allows(String symbol, Side side, BigDecimal units) {
        return tightest(symbol, side)
                .map(bound -> bound.units().compareTo(units) >= 0)
                .orElse(true);
    }
}
