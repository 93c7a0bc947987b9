package dev.vesper.limits.measure;

import dev.vesper.limits.Holdings;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What share of an account's value each instrument is, before its orders and once they are done. Shares are statistics: they
 * are rounded to doubles here.
 *
 * @param before by symbol, of what is held or ordered
 * @param after by the same symbols
 */
record WeightsAfter(SortedMap<String, Double> before, SortedMap<String, Double> after) {
    WeightsAfter {
        before = Collections.unmodifiableSortedMap(before);
        after = Collections.unmodifiableSortedMap(after);
    }

    static WeightsAfter of(ValuedBook valued) {
        Holdings holdings = valued.holdings();
        SortedMap<String, Double> before = new TreeMap<>();
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        holdings.units().forEach((symbol, held) -> {
            if (held.signum() != 0) {
                units.put(symbol, held);
            }
        });
        valued.book().orders().forEach(order -> units.putIfAbsent(order.symbol(), BigDecimal.ZERO));
        units.forEach((symbol, held) -> before.put(symbol, share(valued, symbol, held)));
        SortedMap<String, Double> after = new TreeMap<>(before);
        Map<String, BigDecimal> left = new TreeMap<>(units);
        for (ParentOrder order : valued.book().orders()) {
            left.merge(order.symbol(), signed(order), BigDecimal::add);
        }
        left.forEach((symbol, held) -> after.put(symbol, share(valued, symbol, held)));
        return new WeightsAfter(before, after);
    }

    /** What each order adds to its instrument's share, in the order of the book. */
    static List<Double> changes(ValuedBook valued) {
        return valued.book().orders().stream()
                .map(order -> share(valued, order.symbol(), signed(order)))
                .toList();
    }

    private static BigDecimal signed(ParentOrder order) {
        return order.quantity().multiply(BigDecimal.valueOf(order.side().sign()));
    }

    private static double share(ValuedBook valued, String symbol, BigDecimal units) {
        return units.multiply(valued.holdings().price(symbol)).doubleValue()
                / valued.base().doubleValue();
    }
}
