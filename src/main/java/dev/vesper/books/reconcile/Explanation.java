package dev.vesper.books.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the trades that explain a difference to the last digit: all of them, those up to a settlement date, those of one
 * date, a single one, or, where they are few, any that add up.
 */
final class Explanation {
    /** Of so many any selection is tried: four thousand of them. */
    private static final int FEW = 12;

    private final Function<OpenItem, BigDecimal> amount;
    private final Predicate<BigDecimal> nothing;

    /**
     * Of one figure.
     *
     * @param nothing whether what is left is no difference
     */
    Explanation(Function<OpenItem, BigDecimal> amount, Predicate<BigDecimal> nothing) {
        this.amount = amount;
        this.nothing = nothing;
    }

    /** The items that come to a difference; empty where none do. */
    Optional<List<OpenItem>> of(List<OpenItem> items, BigDecimal difference) {
        List<OpenItem> moving =
                items.stream().filter(item -> amount.apply(item).signum() != 0).toList();
        return likely(moving).stream()
                .filter(some -> !some.isEmpty() && comesTo(some, difference))
                .findFirst()
                .or(() -> moving.size() <= FEW ? any(moving, difference) : Optional.empty());
    }

    private boolean comesTo(List<OpenItem> some, BigDecimal difference) {
        return nothing.test(difference.subtract(sum(some)));
    }

    BigDecimal sum(List<OpenItem> some) {
        return some.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<List<OpenItem>> likely(List<OpenItem> items) {
        List<List<OpenItem>> likely = new ArrayList<>();
        likely.add(items);
        SortedMap<LocalDate, List<OpenItem>> byDate = new TreeMap<>(Comparator.naturalOrder());
        for (OpenItem item : items) {
            byDate.computeIfAbsent(Objects.requireNonNullElse(item.settles(), LocalDate.MAX), _ -> new ArrayList<>())
                    .add(item);
        }
        List<OpenItem> upTo = new ArrayList<>();
        for (List<OpenItem> day : byDate.values()) {
            upTo.addAll(day);
            likely.add(List.copyOf(upTo));
        }
        likely.addAll(byDate.values());
        items.forEach(item -> likely.add(List.of(item)));
        return likely;
    }

    private Optional<List<OpenItem>> any(List<OpenItem> items, BigDecimal difference) {
        for (int chosen = 1; chosen < (1 << items.size()); chosen++) {
            List<OpenItem> some = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if ((chosen & (1 << i)) != 0) {
                    some.add(items.get(i));
                }
            }
            if (comesTo(some, difference)) {
                return Optional.of(some);
            }
        }
        return Optional.empty();
    }
}
