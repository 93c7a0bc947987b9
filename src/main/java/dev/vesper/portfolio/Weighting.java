package dev.vesper.portfolio;

import dev.vesper.basics.Problem;
import dev.vesper.market.PriceHistory;
import dev.vesper.maths.Definiteness;
import dev.vesper.maths.HierarchicalRiskParity;
import dev.vesper.maths.MinimumVariance;
import dev.vesper.maths.PairwiseMoments;
import dev.vesper.maths.Returns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** From a strategy and a price history to target weights. */
public final class Weighting {
    /** Trading days that make a year of daily returns. */
    public static final double DAYS_PER_YEAR = 252;

    private Weighting() {}

    /**
     * The weights a strategy wants on the last date of the prices.
     *
     * @throws Problem of kind INPUT where the method is unknown
     */
    public static Weights weights(StrategySettings strategy, PriceHistory prices) {
        WeightingMethod method = WeightingMethod.of(strategy.method())
                .orElseThrow(() -> Problem.usage("Expected a weighting method among "
                        + String.join(", ", WeightingMethod.words()) + ", but strategy \"" + strategy.name()
                        + "\" has \"" + strategy.method() + "\""));
        int rows = prices.dates().size();
        int firstRow = strategy.lookbackDays() == 0 ? 0 : Math.max(0, rows - strategy.lookbackDays());
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<String> symbols = new ArrayList<>();
        for (String symbol : universe(strategy, prices)) {
            objection(prices, firstRow, symbol, method.needsReturns())
                    .ifPresentOrElse(reason -> leftOut.put(symbol, reason), () -> symbols.add(symbol));
        }
        if (symbols.isEmpty()) {
            return new Weights(
                    method.word(), new TreeMap<>(), leftOut, List.of(), 0, Double.NaN, Double.NaN, Double.NaN);
        }
        return weigh(method, symbols, Returns.simple(closes(prices, firstRow, symbols)), leftOut);
    }

    private static Weights weigh(
            WeightingMethod method, List<String> symbols, double[][] returns, SortedMap<String, String> leftOut) {
        PairwiseMoments moments = PairwiseMoments.of(returns);
        List<String> warnings = new ArrayList<>();
        double[][] covariance = moments.covariance();
        if (method.needsReturns()) {
            Definiteness.Mended mended = Definiteness.mended(covariance);
            covariance = mended.covariance();
            if (mended.shrinkage() > 0) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "Expected covariances that agree with each other, but those of %d instruments do not, because"
                                + " they were listed at different times; all were shrunk by %.4f %%",
                        symbols.size(),
                        100 * mended.shrinkage()));
            }
        }
        double[] weights = switch (method) {
            case HIERARCHICAL_RISK_PARITY -> HierarchicalRiskParity.weights(covariance, moments.correlation());
            case MINIMUM_VARIANCE -> MinimumVariance.longOnly(covariance);
            case EQUAL_WEIGHT -> equal(symbols.size());
        };
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
        return new Weights(method.word(), bySymbol, leftOut, warnings, longest, volatility, mean, compound);
    }

    private static Collection<String> universe(StrategySettings strategy, PriceHistory prices) {
        return strategy.universe().isEmpty() ? prices.symbols() : new TreeSet<>(strategy.universe());
    }

    private static Optional<String> objection(PriceHistory prices, int firstRow, String symbol, boolean needsReturns) {
        if (!prices.symbols().contains(symbol)) {
            return Optional.of("Expected prices, but the price file has no symbol \"" + symbol + "\"");
        }
        return Eligibility.objection(prices, firstRow, prices.column(symbol), needsReturns);
    }

    private static double[][] closes(PriceHistory prices, int firstRow, List<String> symbols) {
        int rows = prices.dates().size() - firstRow;
        double[][] closes = new double[rows][symbols.size()];
        for (int i = 0; i < symbols.size(); i++) {
            int column = prices.column(symbols.get(i));
            for (int row = 0; row < rows; row++) {
                closes[row][i] = prices.close()[firstRow + row][column];
            }
        }
        return closes;
    }

    private static double[] equal(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        return weights;
    }
}
