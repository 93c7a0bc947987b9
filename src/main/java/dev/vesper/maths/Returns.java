package dev.vesper.maths;

import java.util.Arrays;

/**
 * Simple returns of prices, for example 100 to 102 is 0.02.
 *
 * <p>A missing price (NaN) repeats the one before it, so its return is zero; before the first price there is no return,
 * and it stays NaN. A series of returns is therefore NaN up to one point and complete after it, which
 * {@link PairwiseMoments} relies on.
 */
public final class Returns {
    private Returns() {}

    /**
     * Returns of every column.
     *
     * @param prices {@code prices[row][column]}, greater than zero, NaN where missing
     * @return {@code returns[column][row]}, one row less than prices
     */
    public static double[][] simple(double[][] prices) {
        int rows = prices.length;
        int columns = rows == 0 ? 0 : prices[0].length;
        double[][] returns = new double[columns][Math.max(0, rows - 1)];
        for (int column = 0; column < columns; column++) {
            double last = Double.NaN;
            for (int row = 0; row < rows; row++) {
                double price = prices[row][column];
                if (Double.isNaN(price)) {
                    price = last;
                }
                if (row > 0) {
                    returns[column][row - 1] = price / last - 1;
                }
                last = price;
            }
        }
        return returns;
    }

    /** Index of the first return of a series; its length where there is none. */
    public static int first(double[] series) {
        int first = 0;
        while (first < series.length && Double.isNaN(series[first])) {
            first++;
        }
        return first;
    }

    /** Mean of the returns that are there, times the periods of a year: 0.0004 a day is 0.1008 a year of 252 days. */
    public static double arithmeticAnnual(double[] series, double periodsPerYear) {
        int first = first(series);
        return Arrays.stream(series, first, series.length).sum() / (series.length - first) * periodsPerYear;
    }

    /** Compound yearly growth {@code (prod(1 + r))^(periods / count) - 1}, where count is that of the returns there. */
    public static double compoundAnnual(double[] series, double periodsPerYear) {
        int first = first(series);
        double growth = 1;
        for (int i = first; i < series.length; i++) {
            growth *= 1 + series[i];
        }
        return Math.pow(growth, periodsPerYear / (series.length - first)) - 1;
    }
}
