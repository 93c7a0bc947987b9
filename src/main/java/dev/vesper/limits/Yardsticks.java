package dev.vesper.limits;

import dev.vesper.portfolio.PastReturns;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an account is measured against.
 *
 * @param target share of the account's value that each instrument should have, by symbol; empty where nobody knows. What it
 *     does not sum up to should be cash
 * @param returns how its instruments moved
 */
public record Yardsticks(SortedMap<String, Double> target, PastReturns returns) {
    /** Nothing is known. */
    public static final Yardsticks NONE = new Yardsticks(Collections.emptySortedMap(), PastReturns.NONE);

    public Yardsticks {
        target = Collections.unmodifiableSortedMap(new TreeMap<>(target));
    }
}
