package dev.vesper.desk.books;

import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.flow.FlowBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is booked of each flow. Entries themselves are kept only while a later part follows them: what a dividend owes, until
 * it is paid.
 */
final class FlowEntries {
    /** A part of a flow. */
    private record Part(String flow, EntryKind kind) {}

    private final Map<String, EntryKind> lastParts;
    private final boolean rehearsal;
    private final Map<Part, Integer> held = new HashMap<>();
    private final Map<String, Map<EntryId, LedgerEntry>> waiting = new HashMap<>();
    private final Map<EntryId, Part> partOf = new HashMap<>();
    private final Set<String> corrections = new HashSet<>();

    /**
     * Begins with nothing.
     *
     * @param lastParts the kind of the last part of each flow, by its id
     * @param rehearsal whether days may be done again, after which everything is needed anew
     */
    FlowEntries(Map<String, EntryKind> lastParts, boolean rehearsal) {
        this.lastParts = new HashMap<>(lastParts);
        this.rehearsal = rehearsal;
    }

    void expect(String flow, EntryKind lastPart) {
        lastParts.put(flow, lastPart);
    }

    /** The next entry of the book. */
    void add(LedgerEntry entry) {
        EntryId back = entry.reverses();
        if (back != null) {
            takenBack(entry, back);
            return;
        }
        String flow = FlowBook.flowOf(entry);
        EntryKind last = lastParts.get(flow);
        if (last == null) {
            return;
        }
        Part part = new Part(flow, entry.kind());
        held.merge(part, 1, Integer::sum);
        boolean ends = entry.kind().equals(last);
        if (!ends) {
            waiting.computeIfAbsent(flow, _ -> new LinkedHashMap<>()).put(entry.id(), entry);
        }
        if (!ends || rehearsal) {
            partOf.put(entry.id(), part);
        }
        if (ends && !rehearsal) {
            waiting.getOrDefault(flow, Map.of()).keySet().forEach(partOf::remove);
            waiting.remove(flow);
        }
    }

    private void takenBack(LedgerEntry entry, EntryId back) {
        Part part = partOf.get(back);
        if (part != null) {
            waiting.getOrDefault(part.flow(), new HashMap<>()).remove(back);
        }
        if (!entry.memo().equals(DayBooks.REHEARSED_AGAIN)) {
            corrections.add(entry.memo());
        } else if (part != null) {
            held.merge(part, -1, Integer::sum);
        }
    }

    boolean holds(EntryKind kind, String flow) {
        return held.getOrDefault(new Part(flow, kind), 0) > 0;
    }

    List<LedgerEntry> standing(EntryKind kind, String flow) {
        return waiting.getOrDefault(flow, Map.of()).values().stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    /** Whether an entry was taken back for a reason. */
    boolean takenBack(String why) {
        return corrections.contains(why);
    }
}
