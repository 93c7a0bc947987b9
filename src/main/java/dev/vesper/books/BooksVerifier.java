package dev.vesper.books;

import dev.vesper.basics.Numbers;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks a book against itself and against the fills, by counting anew: it takes no figure from the ledger's own
 * projections. Entries are handed over one by one and none is kept; {@link AccountVerifier} checks what needs an account's
 * entries together.
 */
public final class BooksVerifier {
    private final Function<String, List<List<Fill>>> fillsOf;
    private final Map<String, Amended> amended = new TreeMap<>();
    private final boolean gaps;
    private final List<Fault> faults = new ArrayList<>();
    private long expected = 1;
    private LocalDate closed = LocalDate.MIN;

    /**
     * What is wrong.
     *
     * @param sequence of the entry, or 0 where it is no single one
     */
    public record Fault(long sequence, String message) {
        /** Of one entry. */
        public static Fault of(BookedEntry booked, String message) {
            return new Fault(
                    booked.sequence(),
                    "entry " + booked.sequence() + ", a " + booked.entry().kind() + " of "
                            + booked.entry().account() + ", " + message);
        }
    }

    /**
     * Begins with an empty book.
     *
     * @param fillsOf what stood of the fills of an order: as they were booked, then after each amendment by a venue; asked once
     *     for each entry of a trade, in the order of the entries
     * @param gaps whether entries between others may be left out: later ones of a view as of a day
     */
    public BooksVerifier(Function<String, List<List<Fill>>> fillsOf, boolean gaps) {
        this.fillsOf = fillsOf;
        this.gaps = gaps;
    }

    /** What is wrong with the entries so far. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /**
     * An order whose fills venues amended: how many versions of them there are, and which its standing entry books. One whose
     * entry was taken back with none in its place is answered for by whoever asked for that.
     */
    private record Amended(int versions, @Nullable EntryId standing, int booked) {
        boolean whole() {
            return standing == null || booked == versions - 1;
        }
    }

    /** Orders whose standing entry does not book what stands of their fills, once all entries were added. */
    public List<Fault> notAmended() {
        List<Fault> left = new ArrayList<>();
        amended.forEach((order, one) -> {
            if (!one.whole()) {
                left.add(new Fault(
                        0,
                        "the fills of " + order + " stand otherwise than they are booked: a venue amended them after"
                                + " they were posted"));
            }
        });
        return left;
    }

    /** The next entry: debits equal credits, numbers follow each other, nothing counts from a closed day. */
    public void add(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        boolean follows = gaps ? booked.sequence() >= expected : booked.sequence() == expected;
        if (!follows) {
            fault(booked, "follows entry " + (expected - 1));
        }
        expected = booked.sequence() + 1;
        Map<Unit, BigDecimal> sums = new HashMap<>();
        entry.postings().forEach(p -> sums.merge(p.account().unit(), p.amount(), BigDecimal::add));
        sums.forEach((unit, sum) -> {
            if (sum.signum() != 0) {
                fault(booked, "does not balance: its lines in " + unit + " come to " + Numbers.exact(sum));
            }
        });
        if (!entry.effective().isAfter(closed)) {
            fault(booked, "counts from " + entry.effective() + ", but the books were closed up to " + closed);
        }
        if (entry.kind().equals(EntryKind.CLOSE)) {
            closed = entry.effective();
        }
        if (entry.kind().ofFills()) {
            trade(booked, fillsOf.apply(entry.order()));
        }
        EntryId back = entry.reverses();
        if (back != null) {
            amended.replaceAll(
                    (_, one) -> back.equals(one.standing()) ? new Amended(one.versions(), null, one.booked()) : one);
        }
    }

    /** The fills of an order in one entry: units in lots, money in cash. */
    private void trade(BookedEntry booked, List<List<Fill>> versions) {
        LedgerEntry entry = booked.entry();
        RowSum vouched = entry.executions();
        int version = versions.size() - 1;
        while (version >= 0 && !RowSums.fills(versions.get(version)).equals(vouched)) {
            version--;
        }
        List<Fill> fills = versions.get(Math.max(0, version));
        if (versions.size() > 1) {
            amended.put(entry.order(), new Amended(versions.size(), entry.id(), version));
        }
        if (version < 0) {
            fault(
                    booked,
                    "books " + (vouched == null ? 0 : vouched.rows()) + " fills of " + entry.order() + ", but the "
                            + fills.size() + " that are there differ");
            return;
        }
        fills.stream()
                .filter(fill -> !fill.account().equals(entry.account()))
                .findFirst()
                .ifPresent(fill -> fault(booked, "books a fill of " + fill.account()));
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal cash = BigDecimal.ZERO;
        for (Fill fill : fills) {
            BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
            units = units.add(fill.quantity().multiply(sign));
            cash = cash.subtract(fill.quantity().multiply(fill.price()).multiply(sign))
                    .subtract(fill.fee());
        }
        BigDecimal lots = sum(entry, AccountType.LOT_UNITS);
        if (lots.compareTo(units) != 0) {
            fault(booked, "moves " + Numbers.exact(lots) + " units, but its fills " + Numbers.exact(units));
        }
        BigDecimal moved = sum(entry, AccountType.SETTLED_CASH)
                .add(sum(entry, AccountType.RECEIVABLE))
                .add(sum(entry, AccountType.PAYABLE));
        BigDecimal most = BigDecimal.valueOf(2L * fills.size(), Unit.Kind.CURRENCY.decimals());
        if (moved.subtract(cash).abs().compareTo(most) > 0) {
            fault(booked, "moves " + Numbers.exact(moved) + " of money, but its fills " + Numbers.exact(cash));
        }
    }

    private static BigDecimal sum(LedgerEntry entry, AccountType type) {
        return entry.postings().stream()
                .filter(p -> p.account().type() == type)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void fault(BookedEntry booked, String message) {
        faults.add(Fault.of(booked, message));
    }
}
