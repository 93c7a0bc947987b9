package dev.vesper.books;

import dev.vesper.basics.Numbers;
import dev.vesper.books.BooksVerifier.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks the entries of one client account, by counting anew: it takes no figure from the ledger's own projections. */
public final class AccountVerifier {
    private final List<BookedEntry> entries;
    private final List<Fault> faults = new ArrayList<>();

    private AccountVerifier(List<BookedEntry> entries) {
        this.entries = entries;
    }

    /**
     * Everything that is wrong.
     *
     * @param entries all of the account, oldest first
     */
    public static List<Fault> verify(List<BookedEntry> entries) {
        AccountVerifier verifier = new AccountVerifier(entries);
        verifier.reversals();
        verifier.lots();
        verifier.positions();
        verifier.settlements();
        return verifier.faults;
    }

    /** Each entry is there once; one is taken back once, line for line. */
    private void reversals() {
        Map<EntryId, LedgerEntry> known = new HashMap<>();
        Set<EntryId> reversed = new HashSet<>();
        for (BookedEntry booked : entries) {
            LedgerEntry entry = booked.entry();
            if (known.putIfAbsent(entry.id(), entry) != null) {
                fault(booked, "is there twice");
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
                faults.add(new Fault(0, "lot " + lot + " is below zero without leave: " + Numbers.exact(sum)));
            }
            if (sum.signum() == 0 && cost.signum() != 0) {
                faults.add(new Fault(0, "lot " + lot + " has no units, but costs " + Numbers.exact(cost)));
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
                        new Fault(0, "units of " + position + " do not add up: " + Numbers.exact(sum) + " too many"));
            }
        });
    }

    /** Each settlement takes what the standing trades of its account and date left to be settled, and no earlier one is left. */
    private void settlements() {
        Map<EntryId, LedgerEntry> trades = new LinkedHashMap<>();
        Map<EntryId, List<LedgerEntry>> taken = new HashMap<>();
        Set<EntryId> back = new HashSet<>();
        for (BookedEntry booked : entries) {
            LedgerEntry entry = booked.entry();
            if (entry.reverses() != null) {
                trades.remove(entry.reverses());
                back.add(entry.reverses());
                taken.getOrDefault(entry.reverses(), List.of()).stream()
                        .filter(trade -> !back.contains(trade.id()))
                        .forEach(trade -> trades.put(trade.id(), trade));
            } else if (entry.kind().ofFills() && entry.settles() != null) {
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
                                    "leaves " + Numbers.exact(amount) + " " + unit.code() + " in " + type.word()
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

    private void fault(BookedEntry booked, String message) {
        faults.add(Fault.of(booked, message));
    }
}
