package dev.vesper.desk.books;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.desk.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The stored books. Entries are appended, never changed; events vouch for them, and audit rows for the events. */
public interface Books extends PostedBooks {
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

    /** The wash sales that the day of a run booked, oldest first, as they are there. */
    List<BookedEntry> washSales(BookId book, RunId run);

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
}
