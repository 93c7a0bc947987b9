package dev.vesper.orders.slice;

import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What venues said of fills after their slice was booked: rows of fills stay, what stands of them is told by this.
 *
 * @param added fills that were told late, and those that replace another, whether or not they stand
 * @param replaced what stands no more, each with the report that ended it: a bust, or the fill in its place
 */
public record AmendedFills(Map<FillKey, Fill> added, Map<FillKey, FillKey> replaced) {
    /** Nothing was amended. */
    public static final AmendedFills NONE = new AmendedFills(Map.of(), Map.of());

    /**
     * What a venue's ExecID is unique in.
     *
     * @param day the trade date
     */
    public record FillKey(String venue, LocalDate day, String execution) {
        /** Of a fill that has a trade date. */
        public static FillKey of(Fill fill) {
            return new FillKey(
                    fill.venue(),
                    Objects.requireNonNull(fill.date(), "a fill that is amended has a trade date"),
                    fill.executionId());
        }

        FillKey named(String other) {
            return new FillKey(venue, day, other);
        }

        @Override
        public String toString() {
            return venue + "/" + day + "/" + execution;
        }
    }

    public AmendedFills {
        added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    }

    /** All amendments among the events of a run. */
    public static AmendedFills of(Iterable<? extends SliceEvent> events) {
        AmendedFills amended = NONE;
        for (SliceEvent event : events) {
            if (event instanceof Amendment amendment) {
                amended = amended.with(amendment);
            }
        }
        return amended;
    }

    /** One more. */
    public AmendedFills with(Amendment amendment) {
        Map<FillKey, Fill> more = new LinkedHashMap<>(added);
        Map<FillKey, FillKey> less = new LinkedHashMap<>(replaced);
        FillKey key = FillKey.of(amendment.fill());
        switch (amendment) {
            case LateFillBooked late -> more.put(key, late.fill());
            case FillBusted bust -> less.put(key, key.named(bust.by()));
            case FillCorrected corrected -> {
                less.put(FillKey.of(corrected.wrong()), key);
                more.put(key, corrected.fill());
            }
        }
        return new AmendedFills(more, less);
    }

    /**
     * What stands.
     *
     * @param booked as slices booked it
     * @param business the trade date of fills that carry none
     */
    public List<Fill> standing(List<Fill> booked, LocalDate business) {
        if (added.isEmpty() && replaced.isEmpty()) {
            return booked;
        }
        List<Fill> standing = new ArrayList<>();
        for (Fill fill : booked) {
            if (!replaced.containsKey(new FillKey(fill.venue(), fill.dateOr(business), fill.executionId()))) {
                standing.add(fill);
            }
        }
        added.forEach((key, fill) -> {
            if (!replaced.containsKey(key)) {
                standing.add(fill);
            }
        });
        return standing;
    }

    /**
     * What stood of one order after none, one, two ... of its amendments.
     *
     * @param booked its fills, as slices booked them
     * @param amendments its own, oldest first
     */
    public static List<List<Fill>> versions(List<Fill> booked, List<Amendment> amendments, LocalDate business) {
        List<List<Fill>> versions = new ArrayList<>();
        versions.add(booked);
        AmendedFills amended = NONE;
        for (Amendment amendment : amendments) {
            amended = amended.with(amendment);
            versions.add(amended.standing(booked, business));
        }
        return versions;
    }

    /** The amendments of a run by their order, oldest first. */
    public static Map<String, List<Amendment>> byOrder(Iterable<? extends SliceEvent> events) {
        Map<String, List<Amendment>> byOrder = new HashMap<>();
        for (SliceEvent event : events) {
            if (event instanceof Amendment amendment) {
                byOrder.computeIfAbsent(amendment.fill().parentId(), _ -> new ArrayList<>())
                        .add(amendment);
            }
        }
        return byOrder;
    }

    /** Whether a report of this ExecID was a bust. */
    boolean bust(FillKey key) {
        return !added.containsKey(key) && replaced.containsValue(key);
    }
}
