package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.PlainText;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header of three lines that a well-known price library writes, for one symbol or many:
 *
 * <pre>
 *   Price,Close,Close,Volume,Volume
 *   Ticker,AAA,BBB,AAA,BBB
 *   Date,,,,
 * </pre>
 *
 * <p>The first two lines may change places, and the third may be missing.
 */
final class TickerHeader {
    private static final Set<String> OF_MEASURES = Set.of("price", "attributes", "");
    private static final Set<String> OF_TICKERS = Set.of("ticker", "tickers", "symbol", "symbols", "");

    /** Which column holds which measure of one symbol. */
    record Columns(String symbol, Map<String, Integer> measures) {
        int of(String measure) {
            return measures.getOrDefault(measure, -1);
        }
    }

    private final List<Columns> columns;

    private TickerHeader(List<Columns> columns) {
        this.columns = columns;
    }

    /** Whether a first line is the beginning of such a header. */
    static boolean begins(Header header) {
        String first = lower(header.names().getFirst());
        List<String> others = header.names().subList(1, header.names().size());
        boolean measures = !others.isEmpty() && others.stream().allMatch(PriceWords::measure);
        boolean repeated = others.stream().distinct().count() < others.size();
        return (OF_MEASURES.contains(first) && measures)
                || ((first.equals("ticker") || first.equals("tickers") || first.isEmpty()) && repeated && !measures);
    }

    /**
     * Both lines together.
     *
     * @throws Problem of kind INPUT where the second line does not go with the first, or a symbol has no close
     */
    static TickerHeader of(Header first, Row second) {
        List<String> names = first.names();
        boolean measuresFirst = names.subList(1, names.size()).stream().allMatch(PriceWords::measure);
        if (names.getFirst().isEmpty() && !second.cell(0).isEmpty() && !measuresFirst) {
            first.noDuplicates(); // a wide file whose dates have no name
        }
        if (!(measuresFirst ? OF_TICKERS : OF_MEASURES).contains(lower(second.cell(0)))) {
            throw Problem.input(
                    second.place(0),
                    "Expected a second line of the header that begins with "
                            + (measuresFirst ? "Ticker" : "Price") + ", because the first begins with \""
                            + names.getFirst() + "\", but got \"" + second.cell(0) + "\"");
        }
        Map<String, Map<String, Integer>> found = new LinkedHashMap<>();
        for (int i = 1; i < names.size(); i++) {
            String symbol = PlainText.visible(measuresFirst ? second.cell(i) : names.get(i));
            String measure = lower(measuresFirst ? names.get(i) : second.cell(i));
            if (symbol.isEmpty()) {
                throw Problem.input(second.place(i), "Expected a symbol, but the cell is empty");
            }
            Integer before =
                    found.computeIfAbsent(symbol, s -> new LinkedHashMap<>()).putIfAbsent(measure, i);
            if (before != null) {
                throw Problem.input(
                        second.place(i),
                        "Expected each measure of a symbol once, but " + measure + " of " + symbol + " is also column "
                                + (before + 1));
            }
        }
        List<Columns> columns = new ArrayList<>();
        found.forEach((symbol, measures) -> {
            if (!measures.containsKey("close")) {
                throw Problem.input(
                        first.place(), "Expected a Close of " + symbol + ", but there are " + measures.keySet());
            }
            columns.add(new Columns(symbol, measures));
        });
        return new TickerHeader(columns);
    }

    /** The symbols in the order of the file. */
    List<Columns> columns() {
        return columns;
    }

    /** Whether a row is the third line of the header: the word Date and nothing else. */
    static boolean third(Row row) {
        return PriceWords.date(row.cell(0))
                && row.cells().stream()
                        .skip(1)
                        .allMatch(cell -> PlainText.stripped(cell).isEmpty());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
