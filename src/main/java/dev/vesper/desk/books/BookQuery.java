package dev.vesper.desk.books;

import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which book is meant, and as it was when. Entries are appended and never changed, so the same question with the same
 * {@code upTo} always has the same answer.
 *
 * @param firm the firm's folder, as the book names it
 * @param rehearsal whether the book of its rehearsals is meant
 * @param asOf only what is effective on this day or before; null for everything
 * @param knownAt only what was booked by then; null for everything
 * @param upTo only entries up to this number; 0 for all
 */
public record BookQuery(
        String firm,
        boolean rehearsal,
        @Nullable LocalDate asOf,
        @Nullable Instant knownAt,
        long upTo) {
    /**
     * Refuses a number that is none.
     *
     * @throws Problem of kind INPUT for an {@code upTo} below zero
     */
    public BookQuery {
        if (upTo < 0) {
            throw Problem.usage("Expected upTo of 0 or more, but got " + upTo);
        }
    }

    /** All of a book. */
    public static BookQuery all(BookId book) {
        return new BookQuery(book.firm(), book.rehearsal(), null, null, 0);
    }

    public BookId book() {
        return new BookId(firm, rehearsal);
    }

    /** Whether an entry belongs to what is asked for. */
    public boolean counts(BookedEntry booked) {
        return (asOf == null || !booked.entry().effective().isAfter(asOf))
                && (knownAt == null || !booked.booked().isAfter(knownAt))
                && (upTo == 0 || booked.sequence() <= upTo);
    }
}
