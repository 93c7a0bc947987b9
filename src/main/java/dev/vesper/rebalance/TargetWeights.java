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

    /**
     * The weights as shares of the account's value, for example 0.25 of what is invested is 0.245 of an account that keeps
     * 0.02 in cash.
     *
     * @param cashBuffer share of the account's value that stays in cash, 0 to 1
     */
    public SortedMap<String, Double> ofValue(double cashBuffer) {
        SortedMap<String, Double> shares = new TreeMap<>(weights);
        shares.replaceAll((symbol, weight) -> weight * (1 - cashBuffer));
        return shares;
    }
}
