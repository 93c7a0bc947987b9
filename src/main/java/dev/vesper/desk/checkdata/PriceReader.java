package dev.vesper.desk.checkdata;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a price file, long or wide, plain or gzip, as text: the contract judges them later. */
public interface PriceReader {
    /**
     * Hands every row to the sink in file order. A wide file's cells become rows; its empty cells are skipped.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the file as a whole cannot be read: empty, a missing column,
     *     not UTF-8, an endless line; it names file, line and column
     */
    void read(Path file, Sink sink);

    /** Takes the rows. */
    interface Sink {
        /**
         * One price as text.
         *
         * @param line of the file, the header being line 1
         * @param column of the close, counted from 1
         */
        void row(
                long line,
                int column,
                String date,
                String symbol,
                @Nullable String open,
                @Nullable String high,
                @Nullable String low,
                @Nullable String close,
                @Nullable String volume);
    }
}
