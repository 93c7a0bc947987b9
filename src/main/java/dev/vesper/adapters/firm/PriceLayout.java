package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Header;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways a price file can be laid out; the header decides. */
enum PriceLayout {
    /** {@code date,symbol,close} and perhaps {@code open,high,low,volume}: one row for each date and symbol. */
    LONG,
    /** First column the date, then one column of closes for each symbol. */
    WIDE,
    /** {@code date,close} and perhaps {@code open,high,low,volume}: one instrument, named elsewhere. */
    SINGLE,
    /** A well-known library's three lines: what is measured, of which symbol, and the word Date; see {@link TickerHeader}. */
    BY_TICKER;

    private static final Set<String> OF_ONE_INSTRUMENT =
            Set.of("date", "open", "high", "low", "close", "volume", "adj close", "adj_close", "adjclose");

    static PriceLayout of(Header header) {
        if (TickerHeader.begins(header)) {
            return BY_TICKER;
        }
        header.noDuplicates();
        if (header.has("symbol")) {
            header.require("date");
            header.require("close");
            return LONG;
        }
        if (header.has("date") && header.has("close")) {
            boolean single = header.names().stream().allMatch(n -> OF_ONE_INSTRUMENT.contains(lower(n)));
            if (single) {
                return SINGLE;
            }
        }
        checkWide(header);
        return WIDE;
    }

    private static void checkWide(Header header) {
        List<String> names = header.names();
        if (names.size() < 2) {
            throw Problem.input(
                    header.place(),
                    "Expected date,symbol,close or a date and one column for each symbol, but the"
                            + " header has only \"" + names.getFirst() + "\"");
        }
        List<String> others = names.subList(1, names.size());
        List<String> suspects = names.stream().filter(PriceWords::hardlyASymbol).toList();
        boolean one = others.stream().allMatch(PriceWords::measure) && (others.size() > 1 || !suspects.isEmpty());
        if (one) {
            throw Problem.input(
                    header.place(1),
                    "Expected one column of closes for each symbol, but " + String.join(", ", others)
                            + " are measures of one instrument; maybe keep date and close only, and name the file after"
                            + " the instrument");
        }
        dateComesFirst(header);
        if (suspects.size() > 1 || names.stream().anyMatch(PriceWords::neverASymbol)) {
            throw Problem.input(
                    header.place(),
                    "Expected a column \"symbol\" beside " + String.join(", ", suspects) + ", but the header has "
                            + String.join(", ", names) + symbolHint(names));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (i > 0 && name.isEmpty()) {
                throw Problem.input(header.place(i), "Expected a symbol, but this column of the header is empty");
            }
            if (looksLikeData(name)) {
                throw Problem.input(
                        header.place(i),
                        "Expected a header line, but it holds \"" + name
                                + "\" and so looks like data; add a first line with the names of the columns");
            }
        }
    }

    /** Where another column is the date, the first is none. */
    private static void dateComesFirst(Header header) {
        List<String> names = header.names();
        for (int i = 1; i < names.size(); i++) {
            if (PriceWords.date(names.get(i)) && !PriceWords.date(names.getFirst())) {
                throw Problem.input(
                        header.place(i),
                        "Expected the date in the first column, or a header like date,symbol,close, but the first column"
                                + " is \"" + names.getFirst() + "\" and the date is column " + (i + 1)
                                + "; maybe call the columns date, symbol and close");
            }
        }
    }

    private static String symbolHint(List<String> names) {
        return names.stream()
                .filter(n -> Set.of("ticker", "isin", "name", "instrument", "code", "asset", "security", "stock")
                        .contains(lower(n)))
                .findFirst()
                .map(n -> "; maybe \"" + n + "\" should be called \"symbol\"")
                .orElse(NearestName.hint("symbol", names));
    }

    /** A number with a fraction or a date; a plain whole number can be a symbol (700 is Tencent). */
    private static boolean looksLikeData(String name) {
        return name.matches("[-+]?\\d+\\.\\d*(e[-+]?\\d+)?|\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}/\\d{1,2}/\\d{4}");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
