package dev.vesper.limits;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account is measured against.
 *
 * @param target share of the account's value that each instrument should have, by symbol; empty where nobody knows. What it
 *     does not sum up to should be cash
 */
public record Yardsticks(SortedMap<String, Double> target) {
    /** Nothing is known. */
    public static final Yardsticks NONE = new Yardsticks(Collections.emptySortedMap());

    public Yardsticks {
        target = Collections.unmodifiableSortedMap(new TreeMap<>(target));
    }
}
