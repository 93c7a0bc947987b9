package dev.vesper.desk.breach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where all breaches stand.
 *
 * @param all every one that there ever was, oldest first
 * @param days the newest day that was looked at, by book
 * @param runs that were looked at
 * @param events how many events made it so
 */
record BreachState(List<StandingBreach> all, Map<String, LocalDate> days, Set<String> runs, int events) {
    private static final String ID = "P-";

    static final BreachState NOTHING = new BreachState(List.of(), Map.of(), Set.of(), 0);

    BreachState {
        all = List.copyOf(all);
        days = Map.copyOf(days);
        runs = Set.copyOf(runs);
    }

    Optional<StandingBreach> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    boolean anyStands(String book) {
        return all.stream().anyMatch(one -> one.stands() && one.book().equals(book));
    }

    /** Whether a day of a book was looked at that is later. */
    boolean isPast(String book, LocalDate date) {
        return Optional.ofNullable(days.get(book)).filter(date::isBefore).isPresent();
    }

    BreachState seen(BreachEvent.Seen day) {
        Map<String, BreachEvent.Over> found = new LinkedHashMap<>();
        day.over().forEach(over -> found.put(over.key(), over));
        List<StandingBreach> next = new ArrayList<>();
        for (StandingBreach one : all) {
            if (!one.stands() || !one.book().equals(day.book())) {
                next.add(one);
                continue;
            }
            BreachEvent.Over now = found.remove(one.over().key());
            next.add(now == null ? one.curedOn(day.date()) : one.still(day, now));
        }
        found.values()
                .forEach(over -> next.add(new StandingBreach(
                        ID + (next.size() + 1),
                        day.book(),
                        over,
                        day.run(),
                        day.date(),
                        day.date(),
                        Optional.empty(),
                        "",
                        "")));
        Map<String, LocalDate> later = new HashMap<>(days);
        later.put(day.book(), day.date());
        Set<String> more = new TreeSet<>(runs);
        more.add(day.run());
        return new BreachState(next, later, more, events + 1);
    }

    BreachState taken(BreachEvent.Taken taken) {
        return new BreachState(
                all.stream()
                        .map(one -> one.id().equals(taken.id()) ? one.takenBy(taken.owner(), taken.plan()) : one)
                        .toList(),
                days,
                runs,
                events + 1);
    }
}
