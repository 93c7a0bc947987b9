package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.desk.event.StreamId;
import java.time.Instant;
import java.util.List;

/** The stored books. Entries are appended, never changed; events vouch for them, and audit rows for the events. */
public interface Books {
    /** The events of a book, for example {@code books/real:/firms/small}. */
    static StreamId<BookEvent> stream(BookId book) {
        return new StreamId<>(BookEvent.class, "books/" + book.value());
    }

    /** Every book there is. */
    List<BookId> all();

    /**
     * The entries of a book, oldest first.
     *
     * @throws BrokenHistory where they are not the ones that were stored
     */
    List<BookedEntry> entries(BookId book);

    /**
     * Appends decided entries with the event and the audit row that vouch for them, in one transaction. The very same
     * entries again change nothing.
     *
     * @param run the day they belong to
     * @param detail one line for people
     * @throws dev.vesper.basics.Problem of kind REFUSED where the book holds others by now
     */
    void append(BookId book, EntriesBooked entries, RunId run, String detail, Instant at);
}
