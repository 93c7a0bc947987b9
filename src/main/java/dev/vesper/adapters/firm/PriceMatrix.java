package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.market.PriceHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A price file as a matrix at once, without the lake, for commands that only calculate. The first row that the data
 * contract would set aside for its form ends the reading: there is no quarantine here.
 */
public final class PriceMatrix implements PriceFile.Sink {
    private final String file;
    private final TreeMap<LocalDate, Integer> dates = new TreeMap<>();
    private final TreeMap<String, Integer> symbols = new TreeMap<>();
    private final Map<String, Integer> symbolMemory = new HashMap<>();
    private final List<double[]> closes = new ArrayList<>();
    private final List<double[]> volumes = new ArrayList<>();
    private String lastDate = "";
    private int dateIndex;

    private PriceMatrix(String file) {
        this.file = file;
    }

    /**
     * Reads a whole price file.
     *
     * @throws Problem of kind INPUT, with file, line and column, at the first cell that is not a date, a symbol, a
     *     price greater than zero or a volume, and at a date that comes twice for a symbol
     */
    public static PriceHistory read(Path file, PriceFile reader) {
        PriceMatrix matrix = new PriceMatrix(TextFile.nameOf(file));
        reader.read(file, matrix);
        if (matrix.dates.isEmpty()) {
            throw Problem.input(Place.of(matrix.file), "Expected prices, but every cell is empty");
        }
        return matrix.history();
    }

    @Override
    public void row(
            long line,
            int column,
            String date,
            String symbol,
            @Nullable String open,
            @Nullable String high,
            @Nullable String low,
            @Nullable String close,
            @Nullable String volume) {
        Place place = new Place(file, line, column);
        if (symbol.isEmpty()) {
            throw Problem.input(Place.of(file, line), "Expected a symbol, but the cell is empty");
        }
        int day = dateIndex(date, line);
        int asset = symbolMemory.computeIfAbsent(symbol, s -> {
            symbols.put(s, symbols.size());
            return symbols.size() - 1;
        });
        if (close == null) {
            throw Problem.input(
                    place, "Expected a close, but the cell is empty; leave out the row where there is none");
        }
        double price = Cells.real(close, place);
        if (price <= 0) {
            throw Problem.input(place, "Expected a price greater than zero, but got " + close);
        }
        put(closes, day, asset, price, place);
        if (volume != null) {
            put(volumes, day, asset, Cells.real(volume, place), place);
        }
    }

    private int dateIndex(String date, long line) {
        if (!date.equals(lastDate)) {
            LocalDate day = Cells.date(date, Place.of(file, line));
            Integer known = dates.get(day);
            dateIndex = known == null ? dates.size() : known;
            dates.put(day, dateIndex);
            lastDate = date;
        }
        return dateIndex;
    }

    private void put(List<double[]> rows, int day, int asset, double value, Place place) {
        while (rows.size() <= day) {
            rows.add(new double[0]);
        }
        double[] row = rows.get(day);
        if (row.length <= asset) {
            int before = row.length;
            row = Arrays.copyOf(row, Math.max(asset + 1, Math.max(symbols.size(), 2 * before)));
            Arrays.fill(row, before, row.length, Double.NaN);
            rows.set(day, row);
        }
        if (!Double.isNaN(row[asset])) {
            throw Problem.input(
                    place,
                    "Expected one price for each date and symbol, but " + lastDate + " comes twice for "
                            + symbolAt(asset));
        }
        row[asset] = value;
    }

    private String symbolAt(int asset) {
        return symbols.entrySet().stream()
                .filter(e -> e.getValue() == asset)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }

    private PriceHistory history() {
        return new PriceHistory(
                List.copyOf(dates.keySet()), List.copyOf(symbols.keySet()), sorted(closes), sorted(volumes));
    }

    private double[][] sorted(List<double[]> rows) {
        double[][] matrix = new double[dates.size()][symbols.size()];
        int day = 0;
        for (int dayIndex : dates.values()) {
            double[] row = dayIndex < rows.size() ? rows.get(dayIndex) : new double[0];
            int asset = 0;
            for (int assetIndex : symbols.values()) {
                matrix[day][asset++] = assetIndex < row.length ? row[assetIndex] : Double.NaN;
            }
            day++;
        }
        return matrix;
    }
}
