package dev.vesper.adapters.routes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.market.TapeTrade;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads one symbol's trades of a day, CSV or gzipped CSV: {@code millis,price,quantity}, or the raw form of exchange
 * files {@code ms,price_e4,size} with prices times 10,000. Header names in any case and order; further columns are passed
 * over.
 */
final class TapeFile {
    private TapeFile() {}

    static List<TapeTrade> read(Path file) {
        List<TapeTrade> trades = new ArrayList<>();
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream bytes = open(file);
                var csv =
                        CsvReader.builder().detectBomHeader(false).ofCsvRecord(new InputStreamReader(bytes, decoder))) {
            Columns columns = null;
            for (CsvRecord row : csv) {
                if (columns == null) {
                    columns = Columns.of(file, row);
                } else {
                    trades.add(columns.trade(file, row));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.input(Place.of(file.toString()), "Expected to read the tape, but " + e.getMessage());
        }
        if (trades.isEmpty()) {
            throw Problem.input(Place.of(file.toString()), "Expected a header and trades, but there is no trade");
        }
        return trades;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    /** Where the three columns are, and whether the price is times 10,000. */
    private record Columns(int time, int price, int quantity, boolean scaled) {
        static Columns of(Path file, CsvRecord header) {
            List<String> names = header.getFields().stream()
                    .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            boolean scaled = names.contains("price_e4");
            var columns = new Columns(
                    first(names, "millis", "ms"),
                    first(names, "price", "price_e4"),
                    first(names, "quantity", "size"),
                    scaled && !names.contains("price"));
            if (columns.time < 0 || columns.price < 0 || columns.quantity < 0) {
                throw Problem.input(
                        Place.of(file.toString(), 1),
                        "Expected the columns millis,price,quantity, but got " + String.join(",", names));
            }
            return columns;
        }

        TapeTrade trade(Path file, CsvRecord row) {
            int column = 0;
            try {
                column = time;
                long millis = Long.parseLong(row.getField(time).strip());
                column = price;
                BigDecimal raw = new BigDecimal(row.getField(price).strip());
                column = quantity;
                long units = Long.parseLong(row.getField(quantity).strip());
                if (millis < 0 || millis >= 86_400_000 || raw.signum() <= 0 || units < 0) {
                    throw Problem.input(
                            Place.of(file.toString(), row.getStartingLineNumber()),
                            "Expected milliseconds of a day, a positive price and a quantity of 0 or more, but got "
                                    + String.join(",", row.getFields()));
                }
                return new TapeTrade(millis, scaled ? raw.movePointLeft(4) : raw, units);
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw Problem.input(
                        new Place(file.toString(), row.getStartingLineNumber(), column + 1),
                        "Expected a number, but got \"" + (column < row.getFieldCount() ? row.getField(column) : "")
                                + "\"");
            }
        }

        private static int first(List<String> names, String name, String other) {
            int at = names.indexOf(name);
            return at >= 0 ? at : names.indexOf(other);
        }
    }
}
