package dev.vesper.limits;

import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account holds before it trades.
 *
 * @param cash in the account's currency, negative where it owes
 * @param units by symbol, negative for a short position
 * @param prices by symbol; what has no price counts as worth nothing
 */
public record Holdings(BigDecimal cash, SortedMap<String, BigDecimal> units, Map<String, BigDecimal> prices) {
    public Holdings {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        prices = Map.copyOf(prices);
    }

    /** Lots summed by symbol; an order's decision price stands in where the book has no price. */
    public static Holdings of(AccountBook book) {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        for (TaxLot lot : book.lots()) {
            units.merge(lot.symbol(), lot.quantity(), BigDecimal::add);
        }
        return new Holdings(book.account().cash().amount(), units, prices(book));
    }

    /** The book's own map where it has all prices: it is large, shared by all books, and copied by nobody. */
    private static Map<String, BigDecimal> prices(AccountBook book) {
        if (book.orders().stream().allMatch(order -> book.prices().containsKey(order.symbol()))) {
            return book.prices();
        }
        Map<String, BigDecimal> prices = new HashMap<>(book.prices());
        for (ParentOrder order : book.orders()) {
            prices.putIfAbsent(order.symbol(), order.decisionPrice());
        }
        return prices;
    }

    public BigDecimal units(String symbol) {
        return units.getOrDefault(symbol, BigDecimal.ZERO);
    }

    /** Cash plus positions at their prices. Orders do not change it: they swap one for the other. */
    public BigDecimal value() {
        BigDecimal sum = cash;
        for (Map.Entry<String, BigDecimal> held : units.entrySet()) {
            sum = sum.add(held.getValue().multiply(price(held.getKey())));
        }
        return sum;
    }

    public BigDecimal price(String symbol) {
        return prices.getOrDefault(symbol, BigDecimal.ZERO);
    }

    /** Market value without sign of what is held in a symbol. */
    public BigDecimal exposure(String symbol) {
        return units(symbol).abs().multiply(price(symbol));
    }

    /**
     * Splits each order into the part that brings its position towards zero and the part that takes it away from zero.
     * Orders of one symbol follow each other in the order given. The first part is rounded down to whole lots, so that
     * an order can be cut to it.
     */
    public List<Effect> effects(List<ParentOrder> orders) {
        Map<String, BigDecimal> running = new HashMap<>(units);
        List<Effect> effects = new ArrayList<>(orders.size());
        for (ParentOrder order : orders) {
            BigDecimal before = running.getOrDefault(order.symbol(), BigDecimal.ZERO);
            BigDecimal change =
                    order.quantity().multiply(BigDecimal.valueOf(order.side().sign()));
            BigDecimal reducing = before.signum() * change.signum() < 0
                    ? wholeLots(before.abs().min(order.quantity()), order.lotSize())
                    : BigDecimal.ZERO;
            effects.add(new Effect(order, reducing));
            running.put(order.symbol(), before.add(change));
        }
        return effects;
    }

    /** The largest multiple of the lot size that is not above the quantity. */
    public static BigDecimal wholeLots(BigDecimal quantity, BigDecimal lotSize) {
        return quantity.divide(lotSize, 0, RoundingMode.DOWN).multiply(lotSize);
    }

    /**
     * What one order does to the size of its position.
     *
     * @param reducing units that bring the position towards zero, 0 to the order's quantity
     */
    public record Effect(ParentOrder order, BigDecimal reducing) {
        public BigDecimal increasing() {
            return order.quantity().subtract(reducing);
        }

        public boolean raises() {
            return increasing().compareTo(reducing) > 0;
        }
    }
}
