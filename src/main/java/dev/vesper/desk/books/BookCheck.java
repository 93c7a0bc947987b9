package dev.vesper.desk.books;

import dev.vesper.books.BooksVerifier.Fault;
import java.util.List;

/**
 * What an independent count of a book found.
 *
 * @param entries how many were counted
 * @param faults how many things are wrong; 0 where the book is whole
 * @param first at most {@value #MOST} of them
 */
public record BookCheck(long entries, long faults, List<Fault> first) {
    static final int MOST = 1000;

    public BookCheck {
        first = List.copyOf(first);
    }

    static BookCheck of(long entries, List<Fault> faults) {
        return new BookCheck(entries, faults.size(), faults.subList(0, Math.min(MOST, faults.size())));
    }
}
