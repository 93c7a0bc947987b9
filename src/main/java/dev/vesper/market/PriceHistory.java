package dev.vesper.market;

import java.math.BigDecimal;
import java.time.LocalDate;
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
    public PriceHistory {
        dates = List.copyOf(dates);
        symbols = List.copyOf(symbols);
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
     * Mean volume of the last {@code days} days on which the symbol had a known, positive volume; empty where volume is
     * unknown.
     */
    public Optional<Double> averageDailyVolume(String symbol, int days) {
        int column = column(symbol);
        double sum = 0;
        int count = 0;
        for (int day = dates.size() - 1; day >= 0 && count < days; day--) {
            double v = volume[day][column];
            if (v > 0) {
                sum += v;
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(sum / count);
    }

    /** One close and the day it is from. */
    public record Close(LocalDate date, BigDecimal price) {}
}
