package dev.vesper.desk.books;

import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntryKind;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A book as it was read: its entries, and what they come to.
 *
 * @param entries oldest first
 */
record Book(List<LedgerEntry> entries, LedgerState state) {
    /** @throws dev.vesper.basics.BrokenHistory where the entries cannot have happened so */
    static Book of(Ledger ledger, List<BookedEntry> booked) {
        return new Book(
                booked.stream().map(BookedEntry::entry).toList(), ledger.replay(List.of(new EntriesBooked(booked))));
    }

    /** All entries that were decided, together. */
    static EntriesBooked all(List<LedgerEvent> decided) {
        List<BookedEntry> entries = new ArrayList<>();
        for (LedgerEvent event : decided) {
            if (event instanceof EntriesBooked(List<BookedEntry> booked)) {
                entries.addAll(booked);
            }
        }
        return new EntriesBooked(entries);
    }

    Book with(Ledger ledger, EntriesBooked more) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        more.entries().forEach(booked -> all.add(booked.entry()));
        return new Book(all, ledger.apply(state, more));
    }

    /** The entries that were not taken back, without those that take one back. */
    List<LedgerEntry> standing() {
        return entries.stream()
                .filter(entry -> entry.reverses() == null && !state.reversed(entry.id()))
                .toList();
    }

    /** What vouches for the fills of those orders that were posted, taken back or not, by order. */
    Map<String, RowSum> trades(List<ParentOrder> orders) {
        Set<String> ids = orders.stream().map(ParentOrder::id).collect(Collectors.toSet());
        Map<String, RowSum> trades = new HashMap<>();
        for (LedgerEntry entry : entries) {
            RowSum executions = entry.executions();
            if (executions != null && entry.kind().equals(EntryKind.TRADE) && ids.contains(entry.source())) {
                trades.put(entry.source(), executions);
            }
        }
        return trades;
    }
}
