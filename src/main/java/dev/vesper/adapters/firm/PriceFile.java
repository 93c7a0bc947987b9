package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A price file in any of its layouts (see {@link PriceLayout}); rows go on as text, because the data contract judges
 * them.
 *
 * <p>In a wide file an empty cell is a gap, and so is one that holds NA, N/A, NaN or null, as statistics programs write
 * it.
 */
public final class PriceFile {
    private static final Set<String> GAPS = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL");

    private final boolean symbolFromName;

    /** Reads long and wide files; a file of one instrument without a symbol column is refused. */
    public PriceFile() {
        this(false);
    }

    private PriceFile(boolean symbolFromName) {
        this.symbolFromName = symbolFromName;
    }

    /** Reads also a file of one instrument, whose symbol is then the file's name: {@code ibm.csv.gz} is IBM. */
    public static PriceFile takingSymbolFromName() {
        return new PriceFile(true);
    }

    /** Takes the rows. */
    public interface Sink {
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

    /**
     * Hands every row to the sink in file order. A wide file's cells become rows; its empty cells are skipped.
     *
     * @throws Problem of kind INPUT where the file as a whole cannot be read: empty, a missing column, not UTF-8, an
     *     endless line; it names file, line and column
     */
    public void read(Path file, Sink sink) {
        long[] rows = {0, 0};
        CsvFile.read(file, header -> {
            PriceLayout layout = PriceLayout.of(header);
            Spellings spellings = new Spellings(header.file());
            Sink counted = (line, column, date, symbol, open, high, low, close, volume) -> {
                rows[0]++;
                sink.row(
                        line,
                        column,
                        Cells.day(date),
                        spellings.of(symbol, line, column),
                        open,
                        high,
                        low,
                        close,
                        volume);
            };
            CsvFile.RowSink rowSink = rowSink(file, header, layout, counted);
            return row -> {
                rows[1]++;
                rowSink.row(row);
            };
        });
        if (rows[0] == 0 && rows[1] == 0) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)), "Expected prices below the header, but there are no rows");
        }
    }

    /** The symbols of a file: of a wide one, from its header alone. */
    public NavigableSet<String> symbols(Path file) {
        NavigableSet<String> symbols = new TreeSet<>();
        Spellings spellings = new Spellings(TextFile.nameOf(file));
        CsvFile.read(file, header -> switch (PriceLayout.of(header)) {
            case WIDE -> {
                for (int i = 1; i < header.names().size(); i++) {
                    symbols.add(spellings.of(header.names().get(i), header.line(), i + 1));
                }
                yield row -> {
                    throw new CsvFile.Enough();
                };
            }
            case SINGLE -> {
                symbols.add(symbolOf(file, header));
                yield row -> {
                    throw new CsvFile.Enough();
                };
            }
            case BY_TICKER ->
                row -> {
                    TickerHeader.of(header, row)
                            .columns()
                            .forEach(c -> symbols.add(spellings.of(c.symbol(), row.line(), c.of("close") + 1)));
                    throw new CsvFile.Enough();
                };
            case LONG -> {
                int symbol = header.require("symbol");
                yield row -> {
                    if (!row.cell(symbol).isEmpty()) {
                        symbols.add(spellings.of(row.cell(symbol), row.line(), symbol + 1));
                    }
                };
            }
        });
        return symbols;
    }

    private CsvFile.RowSink rowSink(Path file, Header header, PriceLayout layout, Sink sink) {
        return switch (layout) {
            case WIDE -> row -> wide(row, header.names(), sink);
            case LONG -> series(header, header.require("symbol"), "", sink);
            case SINGLE -> series(header, -1, symbolOf(file, header), sink);
            case BY_TICKER -> byTicker(header, sink);
        };
    }

    private static void wide(Row row, List<String> names, Sink sink) {
        String date = row.cell(0);
        for (int i = 1; i < names.size(); i++) {
            String close = row.cell(i);
            if (!GAPS.contains(close)) {
                sink.row(row.line(), i + 1, date, names.get(i), null, null, null, close, null);
            }
        }
    }

    /** Two more lines of the header, then a row for each day. */
    private static CsvFile.RowSink byTicker(Header header, Sink sink) {
        TickerHeader[] found = new TickerHeader[1];
        return row -> {
            TickerHeader tickers = found[0];
            if (tickers == null) {
                found[0] = TickerHeader.of(header, row);
            } else if (!TickerHeader.third(row)) {
                String date = row.cell(0);
                for (TickerHeader.Columns c : tickers.columns()) {
                    String close = row.cell(c.of("close"));
                    if (!GAPS.contains(close)) {
                        sink.row(
                                row.line(),
                                c.of("close") + 1,
                                date,
                                c.symbol(),
                                optional(row, c.of("open")),
                                optional(row, c.of("high")),
                                optional(row, c.of("low")),
                                close,
                                optional(row, c.of("volume")));
                    }
                }
            }
        };
    }

    /** One row, one price: the symbol stands in a column, or is the same for the whole file. */
    private static CsvFile.RowSink series(Header header, int symbolColumn, String symbol, Sink sink) {
        int date = header.require("date");
        int close = header.require("close");
        int open = header.find("open").orElse(-1);
        int high = header.find("high").orElse(-1);
        int low = header.find("low").orElse(-1);
        int volume = header.find("volume").orElse(-1);
        return row -> sink.row(
                row.line(),
                close + 1,
                row.cell(date),
                symbolColumn < 0 ? symbol : row.cell(symbolColumn),
                optional(row, open),
                optional(row, high),
                optional(row, low),
                optional(row, close),
                optional(row, volume));
    }

    private static @Nullable String optional(Row row, int index) {
        String text = index < 0 ? "" : row.cell(index);
        return text.isEmpty() ? null : text;
    }

    private String symbolOf(Path file, Header header) {
        if (!symbolFromName) {
            throw Problem.input(
                    header.place(),
                    "Expected a column \"symbol\", but the header has "
                            + String.join(", ", header.names())
                            + "; a file of one instrument becomes a firm with: firm new DIR --prices FILE");
        }
        return symbolFromName(file);
    }

    /** The file's name up to its first point, in capitals. */
    static String symbolFromName(Path file) {
        String name = TextFile.nameOf(file);
        int point = name.indexOf('.');
        return (point > 0 ? name.substring(0, point) : name).toUpperCase(Locale.ROOT);
    }
}
