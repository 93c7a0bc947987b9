package dev.vesper.limits.table;

import java.util.List;

/** What an input cell fits, which is all that is known of it. */
public sealed interface Cell {
    /** Fits whatever comes, null too. */
    record Any() implements Cell {}

    /**
     * Fits the values of some ranges.
     *
     * @param ranges may touch and overlap; none fits no value
     * @param nothing whether null fits as well
     */
    record Fits(List<Range> ranges, boolean nothing) implements Cell {
        public Fits {
            ranges = List.copyOf(ranges);
        }
    }

    /** An expression that is not looked into: FEEL alone says what it fits. */
    record Opaque(String text) implements Cell {}
}
