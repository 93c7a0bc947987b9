package dev.vesper.portfolio.weighting;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a strategy wants to hold, and what it could not consider.
 *
 * @param method as firm.yaml writes it, for example {@code hrp}
 * @param weights by symbol, each zero or more, summing to 1; empty where nothing qualifies
 * @param leftOut the reason by symbol, a sentence with the values
 * @param warnings what was repaired on the way, as sentences
 * @param returns number of daily returns the longest series gave
 * @param volatility yearly standard deviation of the weighted portfolio, 0.18 is 18 %; NaN where nothing is held
 * @param expectedReturn yearly arithmetic mean of past returns: daily mean times 252; NaN where nothing is held
 * @param compoundReturn weighted yearly compound growth of the assets; NaN where nothing is held
 */
public record Weights(
        String method,
        SortedMap<String, Double> weights,
        SortedMap<String, String> leftOut,
        List<String> warnings,
        int returns,
        double volatility,
        double expectedReturn,
        double compoundReturn) {
    public Weights {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        warnings = List.copyOf(warnings);
    }
}
