package dev.vesper.desk.books;

import dev.vesper.books.BookId;

/**
 * Which book is meant.
 *
 * @param firm the firm's folder, as the book names it
 * @param rehearsal whether the book of its rehearsals is meant
 */
public record BookName(String firm, boolean rehearsal) {
    public BookId book() {
        return new BookId(firm, rehearsal);
    }
}
