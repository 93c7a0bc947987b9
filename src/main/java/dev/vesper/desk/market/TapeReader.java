package dev.vesper.desk.market;

import dev.vesper.market.TapeTrade;
import java.nio.file.Path;
import java.util.List;

/** Reads the trades of one symbol and day from a file of the firm's {@code tape/} folder. */
public interface TapeReader {
    /**
     * The trades in file order.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT that names file, line and column
     */
    List<TapeTrade> read(Path file);
}
