package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.CsvText;
import dev.vesper.adapters.text.LookAlikes;
import dev.vesper.adapters.text.PlainText;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Fields;
import dev.vesper.basics.NearestName;
import dev.vesper.market.AssetClasses;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** instruments.csv: what may be traded. Only the symbol is required; the rest defaults as in {@link WellKnown}. */
final class InstrumentsCsv {
    static final List<String> COLUMNS =
            List.of("symbol", "name", "asset_class", "sector", "currency", "lot_size", "tick_size", "venue");
    /** Written by nobody but people: whose sessions it trades in. */
    private static final String CALENDAR = "calendar";

    private InstrumentsCsv() {}

    static SortedMap<String, Instrument> read(Path file, String currency) {
        List<Instrument> instruments = new ArrayList<>();
        List<FurtherColumns> further = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        Map<String, String> sectors = new HashMap<>();
        LookAlikes looks = new LookAlikes();
        CsvFile.read(file, header -> {
            header.check(List.of("symbol"), known());
            FurtherColumns columns = FurtherColumns.of(header, known());
            further.add(columns);
            return row -> {
                Instrument standard = standard(row.name("symbol"), currency);
                Instrument instrument = new Instrument(
                        standard.symbol(),
                        row.textOr("name", standard.name()),
                        assetClass(row, standard.assetClass()),
                        sector(row, sectors),
                        row.textOr("currency", standard.currency()),
                        size(row, "lot_size", standard.lotSize(), "1e-9", "1e9"),
                        size(row, "tick_size", standard.tickSize(), "1e-10", "1e6"),
                        row.textOr("venue", standard.venue()),
                        calendar(row),
                        Fields.NONE);
                columns.add(row);
                Long before = lines.putIfAbsent(instrument.symbol().toLowerCase(Locale.ROOT), row.line());
                if (before != null) {
                    throw row.problem(
                            "symbol",
                            "Expected each symbol once, whatever its case, but \"" + instrument.symbol()
                                    + "\" is also on line " + before);
                }
                String twin = looks.add(instrument.symbol());
                if (twin != null) {
                    throw row.problem(
                            "symbol",
                            "Expected symbols that can be told apart, but \"" + instrument.symbol() + "\" looks like \""
                                    + twin + "\" and has letters of another alphabet; write both in the same");
                }
                instruments.add(instrument);
            };
        });
        SortedMap<String, Instrument> bySymbol = new TreeMap<>();
        List<Fields> fields =
                further.stream().flatMap(columns -> columns.typed().stream()).toList();
        for (int i = 0; i < instruments.size(); i++) {
            bySymbol.put(instruments.get(i).symbol(), instruments.get(i).withFields(fields.get(i)));
        }
        return bySymbol;
    }

    private static List<String> known() {
        return Stream.concat(COLUMNS.stream(), Stream.of(CALENDAR)).toList();
    }

    private static String calendar(Row row) {
        String code = row.textOr(CALENDAR, "");
        return code.isEmpty() ? "" : CalendarsCsv.calendar(row, CALENDAR, code).code();
    }

    private static BigDecimal size(Row row, String column, BigDecimal standard, String least, String most) {
        BigDecimal size = row.positive(column, standard);
        return size.compareTo(standard) == 0 ? size : row.between(column, least, most);
    }

    /** One spelling of each class, because a table's rows are found by it. */
    private static String assetClass(Row row, String standard) {
        String word = row.textOr("asset_class", standard);
        return AssetClasses.named(word)
                .orElseThrow(() -> row.problem(
                        "asset_class",
                        "Expected an asset class (" + String.join(", ", AssetClasses.ALL) + "), but got \"" + word
                                + "\"" + NearestName.hint(word, AssetClasses.ALL)));
    }

    /** One spelling of each sector, the first one's: Tech and tech share a limit. */
    private static String sector(Row row, Map<String, String> spellings) {
        String sector = row.textOr("sector", Sectors.UNKNOWN);
        if (Sectors.unknown(sector)) {
            return Sectors.UNKNOWN;
        }
        String visible = PlainText.visible(sector);
        String before = spellings.putIfAbsent(visible.toLowerCase(Locale.ROOT), visible);
        return before == null ? visible : before;
    }

    private static Instrument standard(String symbol, String currency) {
        return WellKnown.plain(symbol, symbol, Sectors.UNKNOWN, currency);
    }

    /** One line of the file. */
    static String line(Instrument i) {
        return CsvText.line(
                i.symbol(), i.name(), i.assetClass(), i.sector(), i.currency(), i.lotSize(), i.tickSize(), i.venue());
    }
}
