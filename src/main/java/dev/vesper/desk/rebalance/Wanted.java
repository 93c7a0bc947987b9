package dev.vesper.desk.rebalance;

import java.util.SortedMap;

/**
 * What a strategy wants, and what it could not weigh.
 *
 * @param method as firm.yaml writes it, for example {@code hrp}
 * @param weights by symbol, summing to 1; empty where nothing could be weighed
 * @param leftOut why an instrument of the strategy has no weight, by symbol
 */
record Wanted(String method, SortedMap<String, Double> weights, SortedMap<String, String> leftOut) {
    /** Whether there is a target: a weight for one instrument at least, and each of them a number. */
    boolean weighed() {
        return !weights.isEmpty() && weights.values().stream().allMatch(Double::isFinite);
    }
}
