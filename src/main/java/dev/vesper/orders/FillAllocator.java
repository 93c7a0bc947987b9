package dev.vesper.orders;

import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fills of a day into tax lots. Every fill lands exactly once: lots before plus what was bought minus what was
 * sold is lots after, unit for unit.
 *
 * <ul>
 *   <li>A sell takes from the lots that were chosen for it, in their order; a partial fill from the first chosen lot on.
 *       What no chosen lot covers opens a short lot (negative quantity).
 *   <li>A buy first closes short lots of its account and symbol, oldest first; the rest of it is one new lot at the
 *       order's average price (to 8 decimals).
 * </ul>
 */
public final class FillAllocator {
    private FillAllocator() {}

    /**
     * The lots after the day, in the order they were given and new ones after, and what was realised.
     *
     * @param realised one row for each lot that was touched, in the order of the parents
     */
    public record Allocation(List<TaxLot> lots, List<Realised> realised) {
        public Allocation {
            lots = List.copyOf(lots);
            realised = List.copyOf(realised);
        }
    }

    /**
     * What closing (a part of) a lot brought.
     *
     * @param quantity units closed, greater than zero
     * @param price average price of the fills that closed it
     * @param gain in currency units, negative for a loss, before fees
     */
    public record Realised(
            String parentId,
            String account,
            String symbol,
            String lotId,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal gain) {}

    /**
     * Books the fills of a run.
     *
     * @param before all lots, ids unique
     * @param parents in the order in which they are booked
     * @param fills each at most once for (venue, execution id): a second one is passed over
     * @param date the day a new lot is acquired, where its fills carry none
     * @throws IllegalArgumentException for a fill whose parent is not given, or more sold than was ordered
     */
    public static Allocation allocate(
            List<TaxLot> before, List<ParentOrder> parents, List<Fill> fills, LocalDate date) {
        OpenLots lots = new OpenLots(before);
        Map<String, Bought> byParent = totals(parents, fills);
        List<Realised> realised = new ArrayList<>();
        for (ParentOrder parent : parents) {
            Bought total = byParent.get(parent.id());
            if (total == null || total.units.signum() == 0) {
                continue;
            }
            if (total.units.compareTo(parent.quantity()) > 0) {
                throw new IllegalArgumentException(
                        "Expected at most " + parent.quantity().toPlainString() + " units of " + parent.id()
                                + ", but its fills are " + total.units.toPlainString());
            }
            List<LotChoice> choices = parent.side() == Side.SELL ? parent.lots() : shorts(lots, parent);
            close(parent, choices, total, lots, realised, Objects.requireNonNullElse(total.date, date));
        }
        return new Allocation(lots.all(), realised);
    }

    private static Map<String, Bought> totals(List<ParentOrder> parents, List<Fill> fills) {
        Map<String, Bought> byParent = new HashMap<>();
        parents.forEach(parent -> byParent.put(parent.id(), new Bought()));
        Map<String, Fill> once = new LinkedHashMap<>();
        fills.forEach(fill -> once.putIfAbsent(fill.venue() + "\u0001" + fill.executionId(), fill));
        for (Fill fill : once.values()) {
            Bought total = byParent.get(fill.parentId());
            if (total == null) {
                throw new IllegalArgumentException("Expected fills of the given orders, but " + fill.executionId()
                        + " belongs to " + fill.parentId());
            }
            total.units = total.units.add(fill.quantity());
            total.value = total.value.add(fill.quantity().multiply(fill.price()));
            total.date = fill.date() == null ? total.date : fill.date();
        }
        return byParent;
    }

    /** Closes the chosen lots as far as the fills go; what is left over opens a lot. */
    private static void close(
            ParentOrder parent,
            List<LotChoice> choices,
            Bought total,
            OpenLots lots,
            List<Realised> realised,
            LocalDate date) {
        BigDecimal price = total.value.divide(total.units, 8, RoundingMode.HALF_EVEN);
        BigDecimal left = total.units;
        for (LotChoice choice : choices) {
            TaxLot lot = lots.find(choice.lotId());
            if (lot == null || left.signum() == 0) {
                continue;
            }
            BigDecimal closed = left.min(choice.quantity()).min(lot.quantity().abs());
            if (closed.signum() <= 0) {
                continue;
            }
            left = left.subtract(closed);
            BigDecimal wasLong = BigDecimal.valueOf(lot.quantity().signum());
            lots.put(with(lot, lot.quantity().subtract(closed.multiply(wasLong))));
            BigDecimal gain = price.subtract(lot.cost()).multiply(closed).multiply(wasLong);
            realised.add(new Realised(parent.id(), parent.account(), parent.symbol(), lot.id(), closed, price, gain));
        }
        if (left.signum() > 0) {
            BigDecimal signed = left.multiply(BigDecimal.valueOf(parent.side().sign()));
            lots.put(new TaxLot(newId(parent, date, lots), parent.account(), parent.symbol(), signed, price, date));
        }
    }

    private static List<LotChoice> shorts(OpenLots lots, ParentOrder parent) {
        return lots.of(parent.account(), parent.symbol()).stream()
                .filter(lot -> lot.quantity().signum() < 0)
                .sorted(java.util.Comparator.comparing(TaxLot::acquired))
                .map(lot -> new LotChoice(lot.id(), lot.quantity().negate()))
                .toList();
    }

    /** For example {@code ACC1/IBM/2018-04-11/1}: the first number that is free. */
    private static String newId(ParentOrder parent, LocalDate date, OpenLots lots) {
        String stem = parent.account() + "/" + parent.symbol() + "/" + date + "/";
        int number = 1;
        while (lots.find(stem + number) != null) {
            number++;
        }
        return stem + number;
    }

    private static TaxLot with(TaxLot lot, BigDecimal quantity) {
        return new TaxLot(lot.id(), lot.account(), lot.symbol(), quantity, lot.cost(), lot.acquired(), lot.heldSince());
    }

    private static final class Bought {
        private BigDecimal units = BigDecimal.ZERO;
        private BigDecimal value = BigDecimal.ZERO;
        private @Nullable LocalDate date;
    }
}
