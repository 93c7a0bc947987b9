package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.portfolio.PastReturns;
import dev.vesper.portfolio.weighting.Candidates;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Returns for a case that says no more than volatilities: of instruments that have just these, and move with no other. Half of
 * an account in 20 % and half in 30 % has a volatility of the root of 0.1 x 0.1 + 0.15 x 0.15, which is 18.03 %.
 */
final class CaseReturns {
    /** A power of two, as Walsh's functions need: of these, all but the constant one have no mean and are apart. */
    private static final int DAYS = 64;

    private CaseReturns() {}

    /**
     * Returns that have them.
     *
     * @param volatilities of a year, by symbol
     * @throws Problem of kind INPUT where there are too many
     */
    static PastReturns of(Map<String, BigDecimal> volatilities) {
        if (volatilities.size() >= DAYS) {
            throw Problem.usage("Expected volatilities of at most " + (DAYS - 1)
                    + " instruments in a case, but there are " + volatilities.size());
        }
        Map<String, double[]> returns = new TreeMap<>();
        volatilities.forEach((symbol, volatility) -> {
            int function = returns.size() + 1;
            double daily = volatility.doubleValue() * Math.sqrt((DAYS - 1.0) / DAYS / Candidates.DAYS_PER_YEAR);
            double[] series = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                series[day] = Integer.bitCount(day & function) % 2 == 0 ? daily : -daily;
            }
            returns.put(symbol, series);
        });
        return PastReturns.of(returns);
    }
}
