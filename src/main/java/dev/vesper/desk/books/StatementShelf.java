package dev.vesper.desk.books;

import dev.vesper.basics.Problem;
import dev.vesper.books.reconcile.Statement;
import java.nio.file.Path;

/** Keeps custodians' statements as they came, for good: what was decided on can be looked at again. */
public interface StatementShelf {
    /**
     * Keeps a copy of two files that can be read; the same again is kept once.
     *
     * @return the name of the statement: 64 hex digits, the sum of both
     * @throws Problem of kind INPUT that names file, line and column
     */
    String keep(Path positions, Path accounts);

    /**
     * Keeps a copy of a firm's own positions.csv and accounts.csv.
     *
     * @throws Problem of kind INPUT where one is missing or cannot be read
     */
    String keep(Path firm);

    /**
     * What a kept statement says.
     *
     * @throws Problem of kind INPUT where none of that name is kept, REFUSED where it was altered
     */
    Statement read(String name);
}
