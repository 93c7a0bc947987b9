package dev.vesper.books;

import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks a book against itself and against the fills, by counting anew: it takes no figure from the ledger's own
 * projections.
 */
public final class BooksVerifier {
    private final List<BookedEntry> entries;
    private final Map<String, List<Fill>> fillsByOrder;
    private final boolean gaps;
    private final Map<EntryId, LedgerEntry> known = new HashMap<>();
    private final Set<EntryId> reversed = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * What is wrong.
     *
     * @param sequence of the entry, or 0 where it is no single one
     */
    public record Fault(long sequence, String message) {}

    private BooksVerifier(List<BookedEntry> entries, Map<String, List<Fill>> fillsByOrder, boolean gaps) {
        this.gaps = gaps;
        this.entries = entries;
        this.fillsByOrder = fillsByOrder;
    }

    /**
     * Everything that is wrong with a book.
     *
     * @param entries oldest first
     * @param fillsByOrder the fills that the book must have posted, by order
     */
    public static List<Fault> verify(List<BookedEntry> entries, Map<String, List<Fill>> fillsByOrder) {
        return verify(entries, fillsByOrder, false);
    }

    /**
     * Everything that is wrong with a book, or with a part of it.
     *
     * @param gaps whether entries between others may be left out: later ones of a view as of a day
     */
    public static List<Fault> verify(List<BookedEntry> entries, Map<String, List<Fill>> fillsByOrder, boolean gaps) {
        BooksVerifier verifier = new BooksVerifier(entries, fillsByOrder, gaps);
        verifier.entries();
        verifier.lots();
        verifier.positions();
        verifier.fills();
        verifier.settlements();
        return verifier.faults;
    }

    /** Debits equal credits in each entry; numbers follow each other; one is taken back once, line for line. */
    private void entries() {
        long expected = 1;
        LocalDate closed = LocalDate.MIN;
        for (BookedEntry booked : entries) {
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
                    fault(booked, "does not balance: its lines in " + unit + " come to " + sum.toPlainString());
                }
            });
            if (known.putIfAbsent(entry.id(), entry) != null) {
                fault(booked, "is there twice");
            }
            if (!entry.effective().isAfter(closed)) {
                fault(booked, "counts from " + entry.effective() + ", but the books were closed up to " + closed);
            }
            if (entry.kind().equals(EntryKind.CLOSE)) {
                closed = entry.effective();
            }
            EntryId back = entry.reverses();
            if (back != null) {
                LedgerEntry taken = known.get(back);
                if (taken == null) {
                    fault(booked, "takes back what is not there");
                } else if (!taken.postings().stream()
                        .map(Posting::negated)
                        .toList()
                        .equals(entry.postings())) {
                    fault(booked, "takes back other lines than were booked");
                }
                if (!reversed.add(back)) {
                    fault(booked, "takes back what was taken back already");
                }
            }
        }
    }

    /** No lot below zero without leave, no cost without units. */
    private void lots() {
        Map<LotId, BigDecimal> units = new TreeMap<>(Comparator.comparing(LotId::toString));
        Map<LotId, BigDecimal> costs = new HashMap<>();
        Set<LotId> allowed = new HashSet<>();
        for (BookedEntry booked : entries) {
            for (Posting posting : booked.entry().postings()) {
                LotId lot = posting.account().lot();
                if (lot == null) {
                    continue;
                }
                boolean counts = posting.account().type() == AccountType.LOT_UNITS;
                (counts ? units : costs).merge(lot, posting.amount(), BigDecimal::add);
                if (posting.code() == PostingCode.SHORT_SALE) {
                    allowed.add(lot);
                }
            }
        }
        units.forEach((lot, sum) -> {
            BigDecimal cost = costs.getOrDefault(lot, BigDecimal.ZERO);
            if (sum.signum() < 0 && !allowed.contains(lot)) {
                faults.add(new Fault(0, "lot " + lot + " is below zero without leave: " + sum.toPlainString()));
            }
            if (sum.signum() == 0 && cost.signum() != 0) {
                faults.add(new Fault(0, "lot " + lot + " has no units, but costs " + cost.toPlainString()));
            }
        });
    }

    /** Lots, what is in transit and what the custodian has come to zero, by account and instrument. */
    private void positions() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (BookedEntry booked : entries) {
            for (Posting posting : booked.entry().postings()) {
                if (posting.account().unit().kind() == Unit.Kind.INSTRUMENT) {
                    sums.merge(
                            booked.entry().account() + " " + posting.account().unit(),
                            posting.amount(),
                            BigDecimal::add);
                }
            }
        }
        sums.forEach((position, sum) -> {
            if (sum.signum() != 0) {
                faults.add(
                        new Fault(0, "units of " + position + " do not add up: " + sum.toPlainString() + " too many"));
            }
        });
    }

    /** Each fill in one entry: units in lots, money in cash, and none left over. */
    private void fills() {
        Set<String> posted = new HashSet<>();
        for (BookedEntry booked : entries) {
            LedgerEntry entry = booked.entry();
            if (!entry.kind().equals(EntryKind.TRADE)) {
                continue;
            }
            posted.add(entry.source());
            List<Fill> fills = fillsByOrder.getOrDefault(entry.source(), List.of());
            RowSum sum = RowSums.fills(fills);
            if (!sum.equals(entry.executions())) {
                RowSum vouched = entry.executions();
                fault(
                        booked,
                        "books " + (vouched == null ? 0 : vouched.rows()) + " fills of " + entry.source() + ", but the "
                                + fills.size() + " that are there differ");
                continue;
            }
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
                fault(booked, "moves " + lots.toPlainString() + " units, but its fills " + units.toPlainString());
            }
            BigDecimal moved = sum(entry, AccountType.SETTLED_CASH)
                    .add(sum(entry, AccountType.RECEIVABLE))
                    .add(sum(entry, AccountType.PAYABLE));
            BigDecimal most = BigDecimal.valueOf(2L * fills.size(), Unit.Kind.CURRENCY.decimals());
            if (moved.subtract(cash).abs().compareTo(most) > 0) {
                fault(booked, "moves " + moved.toPlainString() + " of money, but its fills " + cash.toPlainString());
            }
        }
        new TreeMap<>(fillsByOrder).forEach((order, fills) -> {
            if (!fills.isEmpty() && !posted.contains(order)) {
                faults.add(new Fault(0, fills.size() + " fills of " + order + " are not in the books"));
            }
        });
    }

    /** Each settlement takes what the standing trades of its account and date left to be settled, and no earlier one is left. */
    private void settlements() {
        Map<String, Map<EntryId, LedgerEntry>> waiting = new HashMap<>();
        Map<EntryId, List<LedgerEntry>> taken = new HashMap<>();
        Set<EntryId> back = new HashSet<>();
        for (BookedEntry booked : entries) {
            LedgerEntry entry = booked.entry();
            Map<EntryId, LedgerEntry> trades = waiting.computeIfAbsent(entry.account(), _ -> new LinkedHashMap<>());
            if (entry.reverses() != null) {
                trades.remove(entry.reverses());
                back.add(entry.reverses());
                taken.getOrDefault(entry.reverses(), List.of()).stream()
                        .filter(trade -> !back.contains(trade.id()))
                        .forEach(trade -> trades.put(trade.id(), trade));
            } else if (entry.kind().equals(EntryKind.TRADE) && entry.settles() != null) {
                trades.put(entry.id(), entry);
            } else if (entry.kind().equals(EntryKind.SETTLEMENT)) {
                List<LedgerEntry> due = trades.values().stream()
                        .filter(trade -> entry.effective().equals(trade.settles()))
                        .toList();
                for (AccountType type : List.of(AccountType.PAYABLE, AccountType.RECEIVABLE, AccountType.TRANSIT)) {
                    Map<Unit, BigDecimal> left = byUnit(due, type);
                    byUnit(List.of(entry), type).forEach((unit, amount) -> left.merge(unit, amount, BigDecimal::add));
                    left.forEach((unit, amount) -> {
                        if (amount.signum() != 0) {
                            fault(
                                    booked,
                                    "leaves " + amount.toPlainString() + " " + unit.code() + " in " + type.word()
                                            + " of the " + due.size() + " trades that settle on " + entry.effective());
                        }
                    });
                }
                due.forEach(trade -> trades.remove(trade.id()));
                taken.put(entry.id(), due);
                trades.values().stream()
                        .filter(trade ->
                                trade.settles() != null && trade.settles().isBefore(entry.effective()))
                        .forEach(trade -> fault(
                                booked,
                                "passes over " + trade.source() + ", which was to settle on " + trade.settles()));
            }
        }
    }

    private static Map<Unit, BigDecimal> byUnit(List<LedgerEntry> entries, AccountType type) {
        Map<Unit, BigDecimal> sums = new HashMap<>();
        entries.stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().type() == type)
                .forEach(posting -> sums.merge(posting.account().unit(), posting.amount(), BigDecimal::add));
        return sums;
    }

    private static BigDecimal sum(LedgerEntry entry, AccountType type) {
        return entry.postings().stream()
                .filter(p -> p.account().type() == type)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void fault(BookedEntry booked, String message) {
        faults.add(new Fault(
                booked.sequence(),
                "entry " + booked.sequence() + ", a " + booked.entry().kind() + " of "
                        + booked.entry().account() + ", " + message));
    }
}
