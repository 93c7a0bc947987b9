package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.desk.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored books. Entries are appended, never changed; events vouch for them, and audit rows for the events. */
public interface Books {
    /** The events of a book, for example {@code books/real:/firms/small}. */
    static StreamId<BookEvent> stream(BookId book) {
        return new StreamId<>(BookEvent.class, "books/" + book.value());
    }

    /** Every book there is. */
    List<BookId> all();

    /**
     * Hands over the entries of a book, oldest first; none is kept.
     *
     * @throws BrokenHistory at the latest after the last one, where they are not the ones that were stored
     */
    void each(BookId book, Consumer<BookedEntry> each);

    /** All entries of a book, oldest first, as {@link #each} hands them over. */
    default List<BookedEntry> entries(BookId book) {
        List<BookedEntry> entries = new ArrayList<>();
        each(book, entries::add);
        return List.copyOf(entries);
    }

    /** The entries of one client account, oldest first, as they are there: only {@link #each} tells whether they were stored so. */
    List<BookedEntry> entries(BookId book, String account);

    /** The entry of a number, as it is there; empty where there is none. */
    Optional<BookedEntry> entry(BookId book, long number);

    /** The number of the newest entry of a book; 0 where it has none. */
    long newest(BookId book);

    /**
     * Compares all entries of a book with what vouches for them.
     *
     * @throws BrokenHistory where they are not the ones that were stored
     */
    void check(BookId book);

    /**
     * Lines of a book, oldest first, as they are there.
     *
     * @param entry only what comes after this line of this entry; 0 and 0 for the first lines
     * @param most at most so many
     */
    List<LedgerLine> lines(BookQuery query, long entry, int line, int most);

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
