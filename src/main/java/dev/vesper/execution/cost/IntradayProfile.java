package dev.vesper.execution.cost;

import dev.vesper.execution.Session;
import dev.vesper.orders.Fill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a day traded: the notional filled in each slice of the session by venue, in currency units. For example a session
 * from 09:30 in slices of 15 minutes: a fill at 09:50 belongs to the second.
 *
 * @param venues all venues that filled anything, by name
 * @param slices one for each slice of the session: notional by venue; a venue without a fill in the slice is absent
 */
public record IntradayProfile(Session session, List<String> venues, List<SortedMap<String, BigDecimal>> slices) {
    public IntradayProfile {
        venues = List.copyOf(venues);
        slices = List.copyOf(slices);
    }

    /** Of any fills. One before the open counts to the first slice, one after the close to the last. */
    public static IntradayProfile of(List<Fill> fills, Session session) {
        List<SortedMap<String, BigDecimal>> slices = new ArrayList<>();
        for (int i = 0; i < session.slices(); i++) {
            slices.add(new TreeMap<>());
        }
        TreeSet<String> venues = new TreeSet<>();
        for (Fill fill : fills) {
            venues.add(fill.venue());
            slices.get(slice(fill, session)).merge(fill.venue(), fill.notional(), BigDecimal::add);
        }
        slices.replaceAll(Collections::unmodifiableSortedMap);
        return new IntradayProfile(session, List.copyOf(venues), slices);
    }

    private static int slice(Fill fill, Session session) {
        return Math.clamp((fill.millis() - session.openMillis()) / session.sliceMillis(), 0, session.slices() - 1);
    }

    /** What one venue filled in one slice, in currency units; zero where it filled nothing. */
    public BigDecimal notional(int slice, String venue) {
        return slices.get(slice).getOrDefault(venue, BigDecimal.ZERO);
    }

    /** What all venues filled in the busiest slice, in currency units. */
    public BigDecimal busiest() {
        return slices.stream()
                .map(slice -> slice.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }
}
