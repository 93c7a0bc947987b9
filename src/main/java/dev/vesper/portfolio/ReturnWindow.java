package dev.vesper.portfolio;

import dev.vesper.maths.Returns;
import dev.vesper.portfolio.weighting.Candidates;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Daily returns of some instruments on the days on which all of them have one, and what risk shares of them have. A volatility
 * is ex ante: the standard deviation of what these shares would have returned, which is the root of the shares times their
 * sample covariances (divided by n - 1), times the root of 252 days. Cash has none.
 *
 * @param symbols in ascending order
 * @param returns {@code returns[instrument][day]}
 */
@SuppressWarnings("ArrayRecordComponent") // read by its own methods, and compared by nobody
public record ReturnWindow(List<String> symbols, double[][] returns) {
    public ReturnWindow {
        symbols = List.copyOf(symbols);
    }

    /** @param returns not a number before an instrument's first day, of as many days for each */
    static ReturnWindow of(List<String> symbols, double[][] returns) {
        int first = 0;
        for (double[] series : returns) {
            first = Math.max(first, Returns.first(series));
        }
        double[][] common = new double[returns.length][];
        for (int i = 0; i < returns.length; i++) {
            common[i] = Arrays.copyOfRange(returns[i], first, returns[i].length);
        }
        return new ReturnWindow(symbols, common);
    }

    /**
     * Of a year.
     *
     * @param shares of an account's value, or differences of such, by symbol; what is not named has none
     */
    public double volatility(Map<String, Double> shares) {
        double[] together = together(shares);
        return Math.sqrt(covariance(together, together) * Candidates.DAYS_PER_YEAR);
    }

    /** By how much the volatility grows with each share, by symbol: nothing where there is none. */
    public SortedMap<String, Double> margins(Map<String, Double> shares) {
        double[] together = together(shares);
        double volatility = Math.sqrt(covariance(together, together) * Candidates.DAYS_PER_YEAR);
        SortedMap<String, Double> margins = new TreeMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            double with = covariance(returns[i], together) * Candidates.DAYS_PER_YEAR;
            margins.put(symbols.get(i), volatility > 0 ? with / volatility : 0);
        }
        return margins;
    }

    /** What the shares would have returned day by day. */
    private double[] together(Map<String, Double> shares) {
        double[] sum = new double[returns.length == 0 ? 0 : returns[0].length];
        for (int i = 0; i < symbols.size(); i++) {
            double share = shares.getOrDefault(symbols.get(i), 0.0);
            if (share != 0) {
                for (int day = 0; day < sum.length; day++) {
                    sum[day] += share * returns[i][day];
                }
            }
        }
        return sum;
    }

    private static double covariance(double[] one, double[] other) {
        double first = mean(one);
        double second = mean(other);
        double sum = 0;
        for (int day = 0; day < one.length; day++) {
            sum += (one[day] - first) * (other[day] - second);
        }
        return one.length < 2 ? 0 : sum / (one.length - 1);
    }

    private static double mean(double[] series) {
        double sum = 0;
        for (double value : series) {
            sum += value;
        }
        return sum / series.length;
    }
}
