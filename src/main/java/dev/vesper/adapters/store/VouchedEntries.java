package dev.vesper.adapters.store;

import dev.vesper.basics.Sha256;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.EntrySums;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.BookEvent.EntriesStored;
import dev.vesper.orders.slice.RowSum;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the entries of a book, as they are read, with what its events vouch for. */
final class VouchedEntries {
    private final BookId book;
    private final Iterator<EntriesStored> events;
    private @Nullable EntriesStored event;
    private EntrySums sums = new EntrySums();
    private int there;
    private long first;
    private long read;
    private @Nullable String fault;

    VouchedEntries(BookId book, List<BookEvent> events) {
        this.book = book;
        this.events = events.stream().map(EntriesStored.class::cast).iterator();
    }

    /** The next entry. */
    void add(BookedEntry entry) {
        if (event == null) {
            next();
        }
        read++;
        if (event == null) {
            fault("entry " + read + " of the book " + book + " was inserted: no event vouches for it");
            return;
        }
        sums.add(entry);
        there++;
        if (there == event.entries().rows()) {
            compare(event);
        }
    }

    /** The first thing that tells that the entries that were added are not the stored ones, all of them. */
    Optional<String> fault() {
        if (event == null) {
            next();
        }
        if (event != null) {
            compare(event);
        }
        return Optional.ofNullable(fault);
    }

    private void next() {
        event = events.hasNext() ? events.next() : null;
        first = read + 1;
        sums = new EntrySums();
        there = 0;
    }

    private void compare(EntriesStored stored) {
        RowSum vouched = stored.entries();
        RowSum sum = sums.sum();
        if (stored.first() != first || !sum.equals(vouched)) {
            fault("entries " + stored.first() + " to " + (stored.first() + vouched.rows() - 1) + " of the book " + book
                    + " were altered: they were stored with " + Sha256.shortened(vouched.sha256()) + ", but " + there
                    + " of " + vouched.rows() + " are there and give " + Sha256.shortened(sum.sha256()));
        }
        event = null;
    }

    private void fault(String message) {
        if (fault == null) {
            fault = message;
        }
    }
}
