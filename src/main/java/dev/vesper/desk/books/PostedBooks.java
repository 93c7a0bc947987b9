package dev.vesper.desk.books;

import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import java.time.Instant;
import java.util.List;

/** The part of the books that posting needs: an account's entries, and more of them. */
public interface PostedBooks {
    /** The entries of one client account, oldest first, as they are there: only {@link Books#each} tells whether they were stored so. */
    List<BookedEntry> entries(BookId book, String account);

    /**
     * Appends decided entries with the event and the audit row that vouch for them, in one transaction. The very same
     * entries again change nothing.
     *
     * @param actor who had it booked, or {@code vesper}
     * @param subject what it belongs to: a run, a flow
     * @param detail one line for people
     * @throws dev.vesper.basics.Problem of kind REFUSED where the book holds others by now
     */
    void append(BookId book, EntriesBooked entries, String actor, String subject, String detail, Instant at);

    /** The same, for the day of a run. */
    default void append(BookId book, EntriesBooked entries, RunId run, String detail, Instant at) {
        append(book, entries, "vesper", run.value(), detail, at);
    }
}
