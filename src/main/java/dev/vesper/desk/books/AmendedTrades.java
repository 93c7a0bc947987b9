package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryId;
import dev.vesper.books.EntryKind;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerState;
import dev.vesper.books.SettlementDates;
import dev.vesper.books.TradeEntries;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is posted of a run's orders to what stands of their fills: the entry of an order is taken back, and what stands is
 * booked anew. Both count from the trade date; a second time changes nothing.
 *
 * <p>What later entries hang on is not taken back by itself, and what has settled is not either: both are for a person, are said
 * each day, and are booked once nothing stands in their way.
 */
final class AmendedTrades {
    private final RunRecord run;
    private final Map<String, List<Fill>> booked;
    private final Map<String, List<Amendment>> amendments;
    private final Set<String> shortAllowed;
    private final SettlementDates settlement;
    private final InstantSource clock;
    private final List<String> questions;

    /**
     * Reads what venues amended of a run.
     *
     * @param questions gets what is for a person, in words
     */
    AmendedTrades(
            OrderStore orders,
            RunRecord run,
            Set<String> shortAllowed,
            SettlementDates settlement,
            InstantSource clock,
            List<String> questions) {
        boolean amended = orders.amended().contains(run.id());
        this.run = run;
        this.amendments = amended ? AmendedFills.byOrder(orders.history(run.id())) : Map.of();
        this.booked =
                amended ? orders.booked(run.id()).stream().collect(Collectors.groupingBy(Fill::parentId)) : Map.of();
        this.shortAllowed = Set.copyOf(shortAllowed);
        this.settlement = settlement;
        this.clock = clock;
        this.questions = questions;
    }

    /** Whether a venue amended fills of an order. */
    boolean concerns(ParentOrder order) {
        return amendments.containsKey(order.id());
    }

    /**
     * Decides what brings the orders of one account to what stands.
     *
     * @param entries of the account, oldest first; what is decided is added
     * @throws Problem of kind REFUSED where what is posted of an order is nothing that its fills ever were
     */
    void amend(AccountPosting posting, List<ParentOrder> orders, List<BookedEntry> entries) {
        for (ParentOrder order : orders) {
            List<Amendment> amended = amendments.get(order.id());
            if (amended != null) {
                amend(posting, order, amended, entries);
            }
        }
    }

    private void amend(AccountPosting posting, ParentOrder order, List<Amendment> amended, List<BookedEntry> entries) {
        List<List<Fill>> versions =
                AmendedFills.versions(booked.getOrDefault(order.id(), List.of()), amended, run.date());
        Map<EntryId, String> back = new HashMap<>();
        LedgerEntry newest = null;
        for (BookedEntry one : entries) {
            EntryId taken = one.entry().reverses();
            if (taken != null) {
                back.put(taken, one.entry().memo());
            } else if (one.entry().kind().ofFills() && one.entry().order().equals(order.id())) {
                newest = one.entry();
            }
        }
        int version = newest == null ? 0 : version(order, versions, newest.executions());
        boolean stands = newest != null && !back.containsKey(newest.id());
        List<Fill> now = versions.getLast();
        if (version == versions.size() - 1 || (now.isEmpty() && !stands)) {
            return; // where the newest was taken back all the same, a person did so
        }
        String why = AmendedEntries.why(amended.subList(version, amended.size()));
        if (newest != null && !stands && !explained(amended.subList(version, amended.size()), back.get(newest.id()))) {
            questions.add("order " + order.id() + " was taken back by a person, and then came " + why
                    + ": nothing of that is booked");
            return;
        }
        try {
            List<LedgerEntry> next = new ArrayList<>();
            LedgerState state = posting.state(entries);
            if (newest != null && stands) {
                mustBeOpen(newest, entries, back.keySet());
                LedgerEntry reversal = newest.reversal(newest.effective(), why);
                next.add(reversal);
                List<BookedEntry> without = new ArrayList<>(entries);
                long number = entries.getLast().sequence() + 1;
                without.add(new BookedEntry(number, clock.instant(), reversal));
                state = new Ledger().ofAccount(without, number);
            }
            if (!now.isEmpty()) {
                next.add(TradeEntries.amended(state, order, now, amended.size(), run.date(), shortAllowed, settlement));
            }
            entries.addAll(posting.decide(posting.state(entries), new BookEntries(next, clock.instant())));
        } catch (BrokenHistory | Problem denied) {
            questions.add("order " + order.id() + " is not booked as it stands after " + why + ": "
                    + denied.getMessage() + "; ./vesper books verify names it until it is");
        }
    }

    /** Whether a reversal followed the first of some amendments, not a person. */
    private static boolean explained(List<Amendment> amended, @Nullable String why) {
        for (int to = 1; to <= amended.size(); to++) {
            if (AmendedEntries.why(amended.subList(0, to)).equals(why)) {
                return true;
            }
        }
        return false;
    }

    private static int version(ParentOrder order, List<List<Fill>> versions, @Nullable RowSum posted) {
        for (int version = versions.size() - 1; version >= 0; version--) {
            if (RowSums.fills(versions.get(version)).equals(posted)) {
                return version;
            }
        }
        throw Problem.refused("Expected the fills of " + order.id()
                + " to be those that were posted, but they differ; ./vesper books verify tells more");
    }

    /** What has settled has moved money: only people know how a venue gives it back. */
    private static void mustBeOpen(LedgerEntry trade, List<BookedEntry> entries, Set<EntryId> back) {
        LocalDate settles = trade.settles();
        boolean settled = settles != null
                && entries.stream()
                        .map(BookedEntry::entry)
                        .anyMatch(entry -> entry.kind().equals(EntryKind.SETTLEMENT)
                                && !back.contains(entry.id())
                                && !entry.effective().isBefore(settles));
        if (settled) {
            throw Problem.refused("Expected a trade that has not settled, but it did on " + settles);
        }
    }
}
