package dev.vesper.books;

import dev.vesper.basics.BrokenHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a book stands, or the part of it that belongs to one client account: what its entries come to, and which there
 * are. Only {@link Ledger} changes one, and only a copy.
 */
public final class LedgerState {
    private final Map<EntryId, String> contents;
    private final Set<EntryId> reversed;
    private final Set<EntryId> reversals;
    private final Map<LotId, List<EntryId>> touched;
    private final Balances balances;
    private final EntrySums sums = new EntrySums();
    private long sequence;
    private @Nullable LocalDate closed;

    LedgerState() {
        this(new HashMap<>(), new HashSet<>(), new HashSet<>(), new HashMap<>(), new Balances(), 0);
    }

    private LedgerState(
            Map<EntryId, String> contents,
            Set<EntryId> reversed,
            Set<EntryId> reversals,
            Map<LotId, List<EntryId>> touched,
            Balances balances,
            long sequence) {
        this.contents = contents;
        this.reversed = reversed;
        this.reversals = reversals;
        this.touched = touched;
        this.balances = balances;
        this.sequence = sequence;
    }

    LedgerState copy() {
        Map<LotId, List<EntryId>> lots = new HashMap<>();
        touched.forEach((lot, entries) -> lots.put(lot, new ArrayList<>(entries)));
        LedgerState copy = new LedgerState(
                new HashMap<>(contents),
                new HashSet<>(reversed),
                new HashSet<>(reversals),
                lots,
                balances.copy(),
                sequence);
        copy.closed = closed;
        return copy;
    }

    /** Of the newest entry; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The last day of the closed period; empty where none is closed. */
    public Optional<LocalDate> closed() {
        return Optional.ofNullable(closed);
    }

    /** What all entries come to. */
    public Balances balances() {
        return balances;
    }

    /** Whether an entry stands, taken back or not. */
    public boolean holds(EntryId id) {
        return contents.containsKey(id);
    }

    /** Whether an entry stands with the very content. */
    boolean holds(LedgerEntry entry) {
        String stored = contents.get(entry.id());
        return stored != null && sums.of(entry).equals(stored);
    }

    public boolean reversed(EntryId id) {
        return reversed.contains(id);
    }

    /** Whether a lot was ever opened, though nothing may be left of it. */
    public boolean known(LotId lot) {
        return touched.containsKey(lot);
    }

    /** The number of the newest part of a lot that replaces a wash sale; 0 where none does. */
    public int lastPart(LotId purchase) {
        int last = 0;
        for (LotId lot : touched.keySet()) {
            LotId.Replaces replaces = lot.replaces();
            if (replaces != null && lot.purchase().equals(purchase)) {
                last = Math.max(last, replaces.part());
            }
        }
        return last;
    }

    /** Whether an entry takes another back. */
    boolean reversal(EntryId id) {
        return reversals.contains(id);
    }

    /** What the units of a lot cost, in currency units. */
    BigDecimal cost(String client, LotId lot) {
        return balances.has(client)
                ? balances.of(client, LedgerAccount.lotCost(lot, balances.currency(client)))
                : BigDecimal.ZERO;
    }

    /** The lots of a reversal on which an entry hangs that is later than the one it takes back. */
    List<LotId> laterUsed(LedgerEntry entry, EntryId id) {
        List<LotId> used = new ArrayList<>();
        for (LotId lot : lots(entry)) {
            List<EntryId> standing = touched.getOrDefault(lot, List.of());
            if (!standing.isEmpty() && !standing.getLast().equals(id)) {
                used.add(lot);
            }
        }
        return used;
    }

    void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        EntryId back = entry.reverses();
        contents.put(entry.id(), sums.of(entry));
        for (LotId lot : lots(entry)) {
            List<EntryId> entries = touched.computeIfAbsent(lot, _ -> new ArrayList<>(2));
            if (back == null) {
                entries.add(entry.id());
            } else {
                entries.remove(back);
            }
        }
        if (back != null) {
            reversed.add(back);
            reversals.add(entry.id());
        }
        if (entry.kind().equals(EntryKind.CLOSE)) {
            close(entry.effective());
        }
        balances.add(entry);
        sequence = booked.sequence();
    }

    /** No entry counts from a day or an earlier one any more. */
    void close(LocalDate day) {
        closed = day;
    }

    /** Entries of other client accounts follow, up to a number. @throws BrokenHistory where it is before the newest entry */
    void passOver(long newest) {
        if (newest < sequence) {
            throw new BrokenHistory(
                    "Expected entries in their order, but number " + (newest + 1) + " comes after number " + sequence);
        }
        sequence = newest;
    }

    static Set<LotId> lots(LedgerEntry entry) {
        Set<LotId> lots = new LinkedHashSet<>();
        for (Posting posting : entry.postings()) {
            LotId lot = posting.account().lot();
            if (lot != null) {
                lots.add(lot);
            }
        }
        return lots;
    }
}
