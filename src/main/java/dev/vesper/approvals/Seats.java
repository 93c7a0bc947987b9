package dev.vesper.approvals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gives each seat to another person; somebody who fits several seats moves to another one where that helps. */
final class Seats {
    private final List<String> groups;
    private final Function<String, List<String>> candidates;
    private final Map<String, Integer> seatOf = new HashMap<>();

    /**
     * Nobody sits yet.
     *
     * @param groups one for each seat
     * @param candidates who may sit for a group, one spelling for each person
     */
    private Seats(List<String> groups, Function<String, List<String>> candidates) {
        this.groups = groups;
        this.candidates = candidates;
    }

    /** The group of the first seat that nobody is left for; empty where all can be taken. */
    static Optional<String> lacking(List<String> groups, Function<String, List<String>> candidates) {
        Seats seats = new Seats(List.copyOf(groups), candidates);
        for (int seat = 0; seat < groups.size(); seat++) {
            if (!seats.taken(seat, new HashSet<>())) {
                return Optional.of(groups.get(seat));
            }
        }
        return Optional.empty();
    }

    private boolean taken(int seat, Set<String> asked) {
        for (String person : candidates.apply(groups.get(seat))) {
            if (asked.add(person)) {
                Integer before = seatOf.get(person);
                if (before == null || taken(before, asked)) {
                    seatOf.put(person, seat);
                    return true;
                }
            }
        }
        return false;
    }
}
