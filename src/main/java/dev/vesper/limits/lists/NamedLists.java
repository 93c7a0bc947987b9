package dev.vesper.limits.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** All lists of a firm's rules. Several threads may ask. */
public final class NamedLists {
    private final List<NamedList> lists;
    private final AtomicReference<Asked> last = new AtomicReference<>(new Asked(LocalDate.MIN, ListsOnDay.NONE));

    /** @param lists by name, whose names differ in more than capitals, hyphens and blanks */
    public NamedLists(List<NamedList> lists) {
        this.lists = List.copyOf(lists);
    }

    private record Asked(LocalDate day, ListsOnDay lists) {}

    public List<NamedList> all() {
        return lists;
    }

    /** As they stand on a day; made once where all ask for the same. */
    public ListsOnDay on(LocalDate day) {
        if (lists.isEmpty()) {
            return ListsOnDay.NONE;
        }
        Asked known = last.get();
        if (!known.day().equals(day)) {
            known = new Asked(day, ListsOnDay.of(lists, day));
            last.set(known);
        }
        return known.lists();
    }
}
