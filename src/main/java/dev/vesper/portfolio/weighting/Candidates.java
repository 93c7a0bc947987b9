package dev.vesper.portfolio.weighting;

import dev.vesper.maths.Definiteness;
import dev.vesper.maths.MinimumVariance;
import dev.vesper.maths.PairwiseMoments;
import dev.vesper.maths.Returns;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The instruments a method may choose from, with their returns and how these move together. All numbers are a day's, and
 * index i of each is that of symbol i.
 */
public final class Candidates {
    /** Trading days that make a year of daily returns. */
    public static final double DAYS_PER_YEAR = 252;

    private final List<String> symbols;
    private final double[][] returns;
    private final SortedMap<String, String> leftOut;
    private final double[][] covariance;
    private final double[][] correlation;
    private final List<String> warnings;

    private Candidates(
            List<String> symbols,
            double[][] returns,
            SortedMap<String, String> leftOut,
            PairwiseMoments moments,
            List<String> warnings) {
        this.symbols = List.copyOf(symbols);
        this.returns = returns;
        this.leftOut = leftOut;
        this.covariance = moments.covariance();
        this.correlation = moments.correlation();
        this.warnings = warnings;
    }

    /** As they are: covariances may be unknown or contradict each other. */
    static Candidates priced(List<String> symbols, double[][] returns, SortedMap<String, String> leftOut) {
        return new Candidates(symbols, returns, leftOut, PairwiseMoments.of(returns), List.of());
    }

    /** With covariances that agree with each other, mended where they did not, and then with a warning. */
    static Candidates measured(List<String> symbols, double[][] returns, SortedMap<String, String> leftOut) {
        PairwiseMoments moments = PairwiseMoments.of(returns);
        Definiteness.Mended mended = Definiteness.mended(moments.covariance());
        List<String> warnings = mended.shrinkage() == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "Expected covariances that agree with each other, but those of %d instruments do not, because"
                                + " they were listed at different times; all were shrunk by %.4f %%",
                        symbols.size(),
                        100 * mended.shrinkage()));
        return new Candidates(
                symbols, returns, leftOut, new PairwiseMoments(mended.covariance(), moments.correlation()), warnings);
    }

    public int count() {
        return symbols.size();
    }

    /** In ascending order. */
    public List<String> symbols() {
        return symbols;
    }

    /** {@code returns[asset][day]}; NaN before an asset's first price and nowhere else. */
    public double[][] returns() {
        return returns;
    }

    /** Of daily returns, symmetric, each pair over the days where both have one. */
    public double[][] covariance() {
        return covariance;
    }

    /** From -1 to 1, symmetric. */
    public double[][] correlation() {
        return correlation;
    }

    /**
     * The answer of a method.
     *
     * @param choice one weight for each candidate, each zero or more, summing to 1; it is not asked where there is none
     */
    public Weights weighted(WeightingMethod method, Function<Candidates, double[]> choice) {
        String word = method.kind().word();
        if (symbols.isEmpty()) {
            return new Weights(word, new TreeMap<>(), leftOut, List.of(), 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] weights = choice.apply(this);
        SortedMap<String, Double> bySymbol = new TreeMap<>();
        double mean = 0;
        double compound = 0;
        int longest = 0;
        for (int i = 0; i < weights.length; i++) {
            bySymbol.put(symbols.get(i), weights[i]);
            mean += weights[i] * Returns.arithmeticAnnual(returns[i], DAYS_PER_YEAR);
            compound += weights[i] * Returns.compoundAnnual(returns[i], DAYS_PER_YEAR);
            longest = Math.max(longest, returns[i].length - Returns.first(returns[i]));
        }
        double volatility = Math.sqrt(MinimumVariance.variance(covariance, weights) * DAYS_PER_YEAR);
        return new Weights(word, bySymbol, leftOut, warnings, longest, volatility, mean, compound);
    }
}
