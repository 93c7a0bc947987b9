package dev.vesper.desk.books;

import dev.vesper.books.BookId;

/**
 * One of the books there are.
 *
 * @param firm the firm's folder, as the book names it
 * @param rehearsal whether it is that of its rehearsals
 * @param entries how many it holds, the number of its newest
 */
public record BookSummary(String firm, boolean rehearsal, long entries) {
    public BookId book() {
        return new BookId(firm, rehearsal);
    }

    /** The book as it stands now, whatever is booked from here on. */
    public BookQuery now() {
        return new BookQuery(firm, rehearsal, null, null, entries);
    }
}
