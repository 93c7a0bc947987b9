package dev.vesper.rebalance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What share of an account's value each instrument should have.
 *
 * @param method the weighting method, for example {@code hrp}
 * @param weights by symbol, fractions of the invested value that sum to 1 (or 0 where there is nothing to hold)
 */
public record TargetWeights(String method, SortedMap<String, Double> weights) {
    public TargetWeights {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
}
