package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.market.TapeReader;
import dev.vesper.market.TapeTrade;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads one symbol's trades of a day, CSV or gzipped CSV: {@code millis,price,quantity}, or the raw form of exchange
 * files {@code ms,price_e4,size} with prices times 10,000. Header names in any case and order; further columns are passed
 * over.
 */
public final class TapeFile implements TapeReader {
    private static final int MILLIS_OF_A_DAY = 86_400_000;
    private static final BigDecimal MOST = new BigDecimal("1e12");
    private static final long MOST_UNITS = 1_000_000_000_000_000L;

    /**
     * Reads every tape that sessions of these dates may replay, so that a broken one is found before anybody approves.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT, naming file, line and column
     */
    public void check(Path firm, Collection<LocalDate> dates) {
        Path tape = firm.resolve("tape");
        List<Path> folders = Stream.concat(Stream.of(tape), dates.stream().map(date -> tape.resolve(date.toString())))
                .toList();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder) && (Files.exists(folder) || Files.isSymbolicLink(folder))) {
                throw Problem.input(
                        Place.of(firm.relativize(folder).toString()),
                        "Expected a folder of tapes, but it is a file or a link that leads to none; its trades would not"
                                + " be replayed");
            }
            if (Files.isDirectory(folder)) {
                TextFile.mustStayInside(/* folder= */ firm, /* file= */ folder, "tape");
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> TextFile.nameOf(file).matches("[^.].*[.]csv([.]gz)?"))
                            .sorted()
                            .forEach(file -> {
                                TextFile.mustStayInside(firm, file, TextFile.nameOf(file));
                                read(file);
                            });
                } catch (IOException e) {
                    throw Problem.unavailable("Expected to list " + folder + ", but " + e.getMessage(), e);
                }
            }
        }
    }

    @Override
    public List<TapeTrade> read(Path file) {
        List<TapeTrade> trades = new ArrayList<>();
        CsvFile.read(file, header -> {
            Columns columns = Columns.of(header);
            return row -> trades.add(columns.trade(row));
        });
        if (trades.isEmpty()) {
            throw Problem.input(Place.of(TextFile.nameOf(file)), "Expected a header and trades, but there is no trade");
        }
        return trades;
    }

    /** Where the three columns are, and whether the price is times 10,000. */
    private record Columns(int time, int price, int quantity, boolean scaled) {
        static Columns of(Header header) {
            var columns = new Columns(
                    first(header, "millis", "ms"),
                    first(header, "price", "price_e4"),
                    first(header, "quantity", "size"),
                    !header.has("price"));
            if (columns.time < 0 || columns.price < 0 || columns.quantity < 0) {
                throw Problem.input(
                        header.place(),
                        "Expected the columns millis,price,quantity, but got " + String.join(",", header.names()));
            }
            return columns;
        }

        TapeTrade trade(Row row) {
            long millis = whole(row, time);
            BigDecimal raw = Cells.decimal(row.cell(price), row.place(price));
            long units = whole(row, quantity);
            if (millis < 0
                    || millis >= MILLIS_OF_A_DAY
                    || raw.signum() <= 0
                    || units < 0
                    || raw.compareTo(MOST) > 0
                    || units > MOST_UNITS) {
                throw Problem.input(
                        Place.of(row.header().file(), row.line()),
                        "Expected milliseconds of a day, a positive price of at most a trillion and a quantity from 0 to 1e15,"
                                + " but got "
                                + String.join(",", row.cells()));
            }
            return new TapeTrade(millis, scaled ? raw.movePointLeft(4) : raw, units);
        }

        private static long whole(Row row, int column) {
            try {
                return Long.parseLong(
                        Cells.decimal(row.cell(column), row.place(column)).toPlainString());
            } catch (NumberFormatException notWhole) {
                throw Problem.input(row.place(column), "Expected a whole number, but got \"" + row.cell(column) + "\"");
            }
        }

        private static int first(Header header, String name, String other) {
            return header.find(name).or(() -> header.find(other)).orElse(-1);
        }
    }
}
