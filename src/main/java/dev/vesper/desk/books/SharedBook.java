package dev.vesper.desk.books;

import dev.vesper.basics.Problem;
import dev.vesper.books.BookId;
import java.util.function.Supplier;

/**
 * Work on a book to which somebody else may append at the same time: a person posts a flow while a day posts its fills. The
 * store refuses what was decided on a book that has moved on; it is then decided again.
 */
final class SharedBook {
    private static final int MOST_TRIES = 100;

    private SharedBook() {}

    /**
     * Does work, and again where entries came between.
     *
     * @param work passes over what is booked already
     * @throws Problem of kind REFUSED where no entry came between, so that it is the work itself that is refused
     */
    static <T> T with(Books books, BookId book, Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            long before = books.newest(book);
            try {
                return work.get();
            } catch (Problem refused) {
                if (refused.kind() != Problem.Kind.REFUSED || books.newest(book) == before || tries == MOST_TRIES) {
                    throw refused;
                }
            }
        }
    }
}
