package dev.vesper.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decider;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Refusal;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerCommand.ReverseEntries;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The book of record: entries are appended, each sums to zero for each unit, none is changed, and one is taken back by
 * another.
 *
 * <p>What is denied, and why: {@link LedgerRefusal}.
 */
public final class Ledger implements Decider<LedgerState, LedgerCommand, LedgerEvent> {
    @Override
    public LedgerState initial() {
        return new LedgerState();
    }

    @Override
    public Decision<LedgerEvent> decide(LedgerState state, LedgerCommand command) {
        LedgerState after = state.copy();
        List<BookedEntry> booked = new ArrayList<>();
        switch (command) {
            case BookEntries(List<LedgerEntry> entries, Instant at) -> {
                for (LedgerEntry entry : entries) {
                    Optional<Refusal> refusal = book(after, entry, at, booked);
                    if (refusal.isPresent()) {
                        return new Decision.Denied<>(refusal.get());
                    }
                }
            }
            case ReverseEntries reverse -> {
                for (LedgerEntry entry : reverse.entries()) {
                    Optional<Refusal> refusal = reverse(after, entry, reverse, booked);
                    if (refusal.isPresent()) {
                        return new Decision.Denied<>(refusal.get());
                    }
                }
            }
        }
        return new Decision.Accepted<>(booked.isEmpty() ? List.of() : List.of(new EntriesBooked(booked)));
    }

    /** {@inheritDoc} What does not sum to zero, stands already or takes too much from a lot is refused here as well. */
    @Override
    public LedgerState apply(LedgerState state, LedgerEvent event) {
        LedgerState after = state.copy();
        append(after, event);
        return after;
    }

    @Override
    public LedgerState replay(List<? extends LedgerEvent> events) {
        LedgerState state = initial();
        events.forEach(event -> append(state, event));
        return state;
    }

    /**
     * Where one client account stands, whose ledger depends on no other: its entries alone, with those of others between
     * them.
     *
     * @param entries oldest first
     * @param newest the number of the newest entry of the whole book
     * @throws BrokenHistory where one cannot follow the ones before
     */
    public LedgerState ofAccount(List<BookedEntry> entries, long newest) {
        LedgerState state = initial();
        for (BookedEntry booked : entries) {
            state.passOver(booked.sequence() - 1);
            append(state, booked);
        }
        state.passOver(newest);
        return state;
    }

    /**
     * The same, in a book that is closed up to a day.
     *
     * @param closed the last day of the closed period; empty where none is closed
     */
    public LedgerState ofAccount(List<BookedEntry> entries, long newest, Optional<LocalDate> closed) {
        LedgerState state = ofAccount(entries, newest);
        closed.ifPresent(state::close);
        return state;
    }

    private static void append(LedgerState state, LedgerEvent event) {
        if (event instanceof EntriesBooked(List<BookedEntry> entries)) {
            entries.forEach(entry -> append(state, entry));
        }
    }

    /**
     * Appends one stored entry to a state that nobody else has.
     *
     * @throws BrokenHistory where it cannot follow
     */
    static void append(LedgerState state, BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        Optional<Refusal> refusal = state.holds(entry.id())
                ? refuse(LedgerRefusal.ALREADY_BOOKED, "it stands already")
                : booked.sequence() == state.sequence() + 1
                        ? wrong(state, entry)
                        : refuse(LedgerRefusal.UNKNOWN_ENTRY, "it follows number " + state.sequence());
        if (refusal.isPresent()) {
            throw new BrokenHistory("Expected an entry that can follow, but number " + booked.sequence() + ", a "
                    + entry.kind() + " of " + entry.account() + " from " + entry.source() + ", cannot: "
                    + refusal.get().message());
        }
        state.add(booked);
        Optional<Refusal> lots = lots(state, entry);
        if (lots.isPresent()) {
            throw new BrokenHistory(lots.get().message());
        }
    }

    private static Optional<Refusal> book(LedgerState state, LedgerEntry entry, Instant at, List<BookedEntry> booked) {
        if (state.holds(entry)) {
            return Optional.empty();
        }
        if (state.holds(entry.id())) {
            return refuse(
                    LedgerRefusal.ALREADY_BOOKED,
                    "Expected a " + entry.kind() + " from " + entry.source()
                            + " that is new or the same, but another one with other content stands already");
        }
        Optional<Refusal> wrong = wrong(state, entry);
        if (wrong.isPresent()) {
            return wrong;
        }
        BookedEntry placed = new BookedEntry(state.sequence() + 1, at, entry);
        state.add(placed);
        booked.add(placed);
        return lots(state, entry);
    }

    private static Optional<Refusal> reverse(
            LedgerState state, LedgerEntry entry, ReverseEntries command, List<BookedEntry> booked) {
        if (!state.holds(entry)) {
            return refuse(
                    LedgerRefusal.UNKNOWN_ENTRY,
                    "Expected an entry of this book to take back, but the " + entry.kind() + " from " + entry.source()
                            + " was not booked so");
        }
        LocalDate effective = command.effective() == null ? entry.effective() : command.effective();
        LedgerEntry reversal = entry.reversal(effective, command.why());
        return state.reversed(entry.id()) && !state.holds(reversal)
                ? alreadyReversed(entry.id())
                : book(state, reversal, command.at(), booked);
    }

    private static Optional<Refusal> alreadyReversed(EntryId back) {
        return refuse(
                LedgerRefusal.ALREADY_REVERSED,
                "Expected an entry that stands, but " + back.shortened() + " was taken back already");
    }

    /** What is wrong with an entry before it is added. */
    private static Optional<Refusal> wrong(LedgerState state, LedgerEntry entry) {
        for (Map.Entry<Unit, BigDecimal> total : entry.totals().entrySet()) {
            if (total.getValue().signum() != 0) {
                return refuse(
                        LedgerRefusal.UNBALANCED,
                        "Expected the lines of the " + entry.kind() + " from " + entry.source()
                                + " to sum to zero for each unit, but those in " + total.getKey() + " come to "
                                + Numbers.exact(total.getValue()));
            }
        }
        for (Posting posting : entry.postings()) {
            Unit unit = posting.account().unit();
            if (!unit.holds(posting.amount())) {
                return refuse(
                        LedgerRefusal.TOO_FINE,
                        "Expected at most " + unit.kind().decimals() + " decimals of " + unit + ", but got "
                                + Numbers.exact(posting.amount()));
            }
            LotId lot = posting.account().lot();
            if (lot != null && !lot.account().equals(entry.account())) {
                return refuse(
                        LedgerRefusal.FOREIGN_LOT,
                        "Expected lots of " + entry.account() + ", but " + lot + " is of " + lot.account());
            }
        }
        Optional<LocalDate> closed = state.closed();
        if (closed.isPresent() && !entry.effective().isAfter(closed.get())) {
            return refuse(
                    LedgerRefusal.CLOSED_PERIOD,
                    "Expected a date after " + closed.get() + ", up to which the books are closed, but the "
                            + entry.kind() + " from " + entry.source() + " counts from " + entry.effective()
                            + "; a correction counts from a day of the open period");
        }
        return entry.reverses() == null ? Optional.empty() : wrongReversal(state, entry, entry.reverses());
    }

    private static Optional<Refusal> wrongReversal(LedgerState state, LedgerEntry entry, EntryId back) {
        if (!state.holds(back)) {
            return refuse(
                    LedgerRefusal.UNKNOWN_ENTRY,
                    "Expected an entry of this book to take back, but " + back.shortened() + " is not there");
        }
        if (state.reversed(back)) {
            return alreadyReversed(back);
        }
        if (state.reversal(back)) {
            return refuse(
                    LedgerRefusal.REVERSAL_OF_REVERSAL,
                    "Expected an entry that takes nothing back, but " + back.shortened()
                            + " does; book what is right anew");
        }
        List<LotId> used = state.laterUsed(entry, back);
        return used.isEmpty()
                ? Optional.empty()
                : refuse(
                        LedgerRefusal.LATER_ENTRY,
                        "Expected no later entry on the lots of " + back.shortened() + ", but there is one on "
                                + used.getFirst() + "; take back the newest first");
    }

    /** What is wrong with the lots of an entry that was added. */
    private static Optional<Refusal> lots(LedgerState state, LedgerEntry entry) {
        Map<LotId, BigDecimal> units = new LinkedHashMap<>();
        Set<LotId> shorts = new HashSet<>();
        for (Posting posting : entry.postings()) {
            LotId lot = posting.account().lot();
            if (lot != null) {
                boolean counts = posting.account().type() == AccountType.LOT_UNITS;
                units.merge(lot, counts ? posting.amount() : BigDecimal.ZERO, BigDecimal::add);
                if (posting.code() == PostingCode.SHORT_SALE || posting.code() == PostingCode.UNCOVERED) {
                    shorts.add(lot);
                }
            }
        }
        for (Map.Entry<LotId, BigDecimal> lot : units.entrySet()) {
            Optional<Refusal> refusal = lot(state, entry, lot.getKey(), lot.getValue(), shorts.contains(lot.getKey()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /**
     * What is wrong with one lot of an entry that was added.
     *
     * @param moved the units that the entry moves
     * @param saysShort whether the entry says that the lot is short
     */
    private static Optional<Refusal> lot(
            LedgerState state, LedgerEntry entry, LotId lot, BigDecimal moved, boolean saysShort) {
        BigDecimal units = state.balances().of(entry.account(), LedgerAccount.lotUnits(lot));
        BigDecimal cost = state.cost(entry.account(), lot);
        BigDecimal before = units.subtract(moved);
        if (before.signum() * units.signum() < 0) {
            return refuse(
                    LedgerRefusal.LOT_BELOW_ZERO,
                    "Expected at most " + Numbers.exact(before.abs()) + " units of " + lot + ", but got "
                            + Numbers.exact(moved.abs()));
        }
        if (before.signum() == 0 && units.signum() < 0 && entry.reverses() == null && !saysShort) {
            return refuse(
                    LedgerRefusal.SHORT_WITHOUT_CODE,
                    "Expected " + lot + " to say that it is short, but it opens with " + Numbers.exact(units));
        }
        if (units.signum() == 0 && cost.signum() != 0) {
            return refuse(
                    LedgerRefusal.COST_WITHOUT_UNITS,
                    "Expected no cost where no units of " + lot + " are left, but " + Numbers.exact(cost)
                            + " would be");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(LedgerRefusal kind, String message) {
        return Optional.of(new Refusal(kind, message));
    }
}
