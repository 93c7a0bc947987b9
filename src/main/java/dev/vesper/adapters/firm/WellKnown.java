package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.market.AssetClasses;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Instruments as they can be told from their symbols alone: equities in lots of 1 and ticks of 0.01. Some large US shares
 * are known by name and sector from a small list, because a sector limit means nothing where nobody has a sector; the
 * user can correct it in instruments.csv.
 */
final class WellKnown {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private record Known(String name, String sector) {}

    private final Map<String, Known> known = new HashMap<>();

    WellKnown() {
        CsvFile.readText("well-known.csv", text(), header -> {
            header.mustBe(List.of("symbol", "name", "sector"), List.of());
            return row -> known.put(row.text("symbol"), new Known(row.text("name"), row.text("sector")));
        });
    }

    private static String text() {
        try (InputStream list = Objects.requireNonNull(WellKnown.class.getResourceAsStream("well-known.csv"))) {
            return TextFile.text(list.readAllBytes(), "well-known.csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is known of the symbols, and plain defaults for the others. */
    SortedMap<String, Instrument> inferred(Collection<String> symbols, String currency) {
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        for (String symbol : symbols) {
            Known line = known.get(symbol);
            instruments.put(
                    symbol,
                    line == null
                            ? plain(symbol, symbol, Sectors.UNKNOWN, currency)
                            : plain(symbol, line.name(), line.sector(), currency));
        }
        return instruments;
    }

    /** How much is known, as a sentence. */
    static String summary(Collection<Instrument> instruments) {
        long classified =
                instruments.stream().filter(i -> !Sectors.unknown(i.sector())).count();
        return classified + " of " + instruments.size() + " instruments have a name and a sector from a small built-in"
                + " list of US shares, the others have none; check or complete instruments.csv";
    }

    static Instrument plain(String symbol, String name, String sector, String currency) {
        return new Instrument(symbol, name, AssetClasses.STANDARD, sector, currency, BigDecimal.ONE, CENT, "");
    }
}
