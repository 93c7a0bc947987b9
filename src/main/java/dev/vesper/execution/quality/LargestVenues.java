package dev.vesper.execution.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The venues that a report names, and one row for all others. Each group knows what its part of the whole is.
 *
 * @param groups the keys of each end with the venue; those of one whole stand together, the largest venue first
 */
record LargestVenues(List<QualityLayout.Group> groups, Map<List<String>, List<SentOrder>> wholes) {
    static final String OTHERS = "other venues";

    /**
     * Divides orders.
     *
     * @param whole what a venue's part is a part of
     * @param size by which venues are large
     * @param most how many are named
     * @param always a share, 0 to 1, above which one is named besides
     */
    static LargestVenues of(
            List<SentOrder> orders,
            Function<SentOrder, List<String>> whole,
            ToDoubleFunction<List<SentOrder>> size,
            int most,
            double always) {
        List<QualityLayout.Group> groups = new ArrayList<>();
        Map<List<String>, List<SentOrder>> wholes = new HashMap<>();
        for (QualityLayout.Group all : QualityLayout.groups(orders, whole)) {
            wholes.put(all.keys(), all.orders());
            SortedMap<String, List<SentOrder>> byVenue = new TreeMap<>();
            all.orders()
                    .forEach(order -> byVenue.computeIfAbsent(order.order().venue(), _ -> new ArrayList<>())
                            .add(order));
            double total = size.applyAsDouble(all.orders());
            List<String> largest = byVenue.keySet().stream()
                    .sorted(Comparator.comparingDouble(
                                    (String venue) -> -size.applyAsDouble(byVenue.getOrDefault(venue, List.of())))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            Map<String, List<SentOrder>> named = new LinkedHashMap<>();
            for (String venue : largest) {
                List<SentOrder> own = byVenue.getOrDefault(venue, List.of());
                boolean shown = named.size() < most || size.applyAsDouble(own) > always * total;
                named.computeIfAbsent(shown ? venue : OTHERS, _ -> new ArrayList<>())
                        .addAll(own);
            }
            named.forEach((venue, own) -> {
                List<String> keys = new ArrayList<>(all.keys());
                keys.add(venue);
                groups.add(QualityLayout.Group.of(List.copyOf(keys), own));
            });
        }
        return new LargestVenues(groups, wholes);
    }

    /** The orders that a group is a part of. */
    OrderSums whole(QualityLayout.Group group) {
        return OrderSums.of(
                wholes.getOrDefault(group.keys().subList(0, group.keys().size() - 1), List.of()));
    }

    /** How many of the whole's orders a group has. */
    BigDecimal ordersPercent(QualityLayout.Group group) {
        return QualityLayout.percent(
                BigDecimal.valueOf(group.sums().orders()),
                BigDecimal.valueOf(whole(group).orders()));
    }

    /** How much of the whole's notional a group has. */
    BigDecimal volumePercent(QualityLayout.Group group) {
        return QualityLayout.percent(group.sums().notional(), whole(group).notional());
    }
}
