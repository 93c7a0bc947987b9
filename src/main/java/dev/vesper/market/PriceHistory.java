package dev.vesper.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Daily closes and volumes of many instruments on one list of dates.
 *
 * <p>Closes are doubles because statistics are; {@link #lastClose} is the named place where they become exact again
 * (shortest decimal that reads back as the same double, so a price written with up to 15 digits returns as written).
 *
 * @param dates ascending, no duplicates
 * @param symbols ascending, no duplicates; the column order of both matrices
 * @param close {@code close[date][symbol]} in currency units, NaN where there was no price
 * @param volume {@code volume[date][symbol]} in units (shares), NaN where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix is compared by nobody and copied by nobody: 500 x 7000 doubles
public record PriceHistory(List<LocalDate> dates, List<String> symbols, double[][] close, double[][] volume) {
    /** No market trades more units in a day; what a file says beyond is as much. */
    private static final double MOST_UNITS = 1e15;

    public PriceHistory {
        dates = List.copyOf(dates);
        symbols = List.copyOf(symbols);
    }

    /** What was known on a day: later rows are gone, and so is a symbol that has none but those. */
    public PriceHistory until(LocalDate day) {
        int rows = 0;
        while (rows < dates.size() && !dates.get(rows).isAfter(day)) {
            rows++;
        }
        if (rows == dates.size()) {
            return this;
        }
        List<Integer> columns = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int column = 0; column < symbols.size(); column++) {
            if (any(close, rows, column) || any(volume, rows, column)) {
                columns.add(column);
                known.add(symbols.get(column));
            }
        }
        return new PriceHistory(dates.subList(0, rows), known, cut(close, rows, columns), cut(volume, rows, columns));
    }

    private static boolean any(double[][] values, int rows, int column) {
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(values[row][column])) {
                return true;
            }
        }
        return false;
    }

    private static double[][] cut(double[][] values, int rows, List<Integer> columns) {
        double[][] cut = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] from = values[row];
            cut[row] = columns.size() == from.length
                    ? from
                    : columns.stream().mapToDouble(column -> from[column]).toArray();
        }
        return cut;
    }

    /** The close and volume of one day; empty where it has no close then. */
    public Optional<DayPrice> on(LocalDate day, String symbol) {
        int row = Collections.binarySearch(dates, day);
        if (row < 0 || !holds(symbol)) {
            return Optional.empty();
        }
        int column = column(symbol);
        double price = close[row][column];
        double units = volume[row][column];
        return Double.isNaN(price)
                ? Optional.empty()
                : Optional.of(new DayPrice(
                        BigDecimal.valueOf(price),
                        units > 0 ? Optional.of(BigDecimal.valueOf(Math.min(units, MOST_UNITS))) : Optional.empty()));
    }

    /** Whether the symbol has a column. */
    public boolean holds(String symbol) {
        return Collections.binarySearch(symbols, symbol) >= 0;
    }

    public int column(String symbol) {
        int i = Collections.binarySearch(symbols, symbol);
        if (i < 0) {
            throw new IllegalArgumentException("Expected a priced symbol, but \"" + symbol + "\" has no price");
        }
        return i;
    }

    /** The last known close of a symbol and its date, or empty where it never had a price. */
    public Optional<Close> lastClose(String symbol) {
        if (!holds(symbol)) {
            return Optional.empty();
        }
        int column = column(symbol);
        for (int day = dates.size() - 1; day >= 0; day--) {
            double price = close[day][column];
            if (!Double.isNaN(price)) {
                return Optional.of(new Close(dates.get(day), BigDecimal.valueOf(price)));
            }
        }
        return Optional.empty();
    }

    /** The most decimals that any of a symbol's last {@code days} closes has, 0 where it never had a price. */
    public int decimals(String symbol, int days) {
        int column = column(symbol);
        int most = 0;
        int count = 0;
        for (int day = dates.size() - 1; day >= 0 && count < days; day--) {
            double price = close[day][column];
            if (!Double.isNaN(price)) {
                most = Math.max(
                        most, BigDecimal.valueOf(price).stripTrailingZeros().scale());
                count++;
            }
        }
        return most;
    }

    /**
     * Mean volume of the last {@code days} days on which the symbol had a known, positive volume, each of at most 1e15 units;
     * empty where volume is unknown.
     */
    public Optional<Double> averageDailyVolume(String symbol, int days) {
        int column = column(symbol);
        double sum = 0;
        int count = 0;
        for (int day = dates.size() - 1; day >= 0 && count < days; day--) {
            double v = volume[day][column];
            if (v > 0) {
                sum += Math.min(v, MOST_UNITS);
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(sum / count);
    }

    /**
     * What one day brought.
     *
     * @param volume units, empty where unknown
     */
    public record DayPrice(BigDecimal close, Optional<BigDecimal> volume) {}

    /** One close and the day it is from. */
    public record Close(LocalDate date, BigDecimal price) {}
}
