package dev.vesper.adapters.firm;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.data.RowReader;
import dev.vesper.data.TableContract;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a price file, long or wide, to be judged by the contract of prices. */
public final class PriceRows implements RowReader {
    private static final List<String> COLUMNS = List.of("date", "symbol", "open", "high", "low", "close", "volume");
    private static final List<String> NEEDED = List.of("date", "symbol", "close", "volume");

    private final PriceFile file = new PriceFile();

    /** @throws Problem of kind INPUT where the contract leaves out what every day's prices have */
    @Override
    public List<String> columns(TableContract contract) {
        for (String name : NEEDED) {
            if (contract.field(name).isEmpty()) {
                throw Problem.input(
                        Place.of(contract.name() + "/contract.odcs.yaml"),
                        "Expected a table \"" + contract.name() + "\" with " + String.join(", ", NEEDED)
                                + ", but there is no " + name);
            }
        }
        return COLUMNS;
    }

    @Override
    public void read(Path path, TableContract contract, Sink sink) {
        file.read(
                path,
                (line, column, date, symbol, open, high, low, close, volume) -> sink.row(
                        line,
                        column,
                        List.of(date, symbol, text(open), text(high), text(low), text(close), text(volume))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
