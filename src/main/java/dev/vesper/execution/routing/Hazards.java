package dev.vesper.execution.routing;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often exactly so much was found, of the orders that would have seen more: the steps of an estimate by Kaplan and Meier.
 * See {@link LiquidityTail}.
 */
final class Hazards {
    /**
     * One step.
     *
     * @param exact orders that found exactly so much
     * @param seen orders that found so much or more and asked for more
     */
    record Step(int exact, int seen) {
        double odds() {
            return (double) exact / seen;
        }
    }

    private final long[] whole;
    private final NavigableMap<Long, Integer> exact = new TreeMap<>();
    private final long[] sorted;

    private Hazards(List<CensoredFill> fills) {
        sorted = fills.stream().mapToLong(CensoredFill::filledLots).sorted().toArray();
        whole = fills.stream()
                .filter(CensoredFill::censored)
                .mapToLong(CensoredFill::filledLots)
                .sorted()
                .toArray();
        for (CensoredFill fill : fills) {
            if (!fill.censored()) {
                exact.merge(fill.filledLots(), 1, Integer::sum);
            }
        }
    }

    static Hazards of(List<CensoredFill> fills) {
        return new Hazards(fills);
    }

    /** Where something was exactly found. */
    NavigableMap<Long, Integer> exact() {
        return exact;
    }

    /** The step at an amount, whether or not it was exactly found. */
    Step at(long amount) {
        int found = sorted.length - firstAtLeast(sorted, amount);
        int askedNoMore = firstAtLeast(whole, amount + 1) - firstAtLeast(whole, amount);
        return new Step(exact.getOrDefault(amount, 0), found - askedNoMore);
    }

    private static int firstAtLeast(long[] values, long least) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
