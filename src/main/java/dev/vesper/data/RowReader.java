package dev.vesper.data;

import java.nio.file.Path;
import java.util.List;

/** Reads the rows of one kind of file as text; the contract judges them later. */
public interface RowReader {
    /**
     * The columns of every row this reader hands out, in their order; a field of the contract that is not among them is
     * reported as not checked.
     *
     * @param contract what is promised of the rows
     */
    List<String> columns(TableContract contract);

    /**
     * Hands every row to the sink in the order of the file.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the file as a whole cannot be read: empty, a missing column,
     *     not UTF-8, an endless line; it names file, line and column
     */
    void read(Path file, TableContract contract, Sink sink);

    /** Takes the rows. */
    interface Sink {
        /**
         * One row as text.
         *
         * @param line of the file, the header being line 1
         * @param column of the file where the row's value stands, counted from 1
         * @param values one for each of the {@link RowReader#columns}; empty where there is none
         */
        void row(long line, int column, List<String> values);
    }
}
