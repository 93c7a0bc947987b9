package dev.vesper.execution.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An order of which the book sees a part at a time: once that is filled, the next is shown.
 *
 * @param lots of the whole order, above 0
 * @param display lots that are shown at a time, above 0
 * @param variation share by which each part may be more or less than that, 0 or more and below 1, so that nobody knows it by
 *     its size
 */
public record Iceberg(long lots, long display, double variation) {
    /** Parts of one order at most. */
    private static final int MOST = 100_000;

    public Iceberg {
        if (lots < 1 || display < 1) {
            throw new IllegalArgumentException(
                    "Expected 1 lot or more, and 1 or more of them shown, but got " + lots + " and " + display);
        }
        if (!(variation >= 0 && variation < 1)) {
            throw new IllegalArgumentException("Expected a variation of 0 or more and below 1, but got " + variation);
        }
        if (lots / display >= MOST) {
            throw new IllegalArgumentException(
                    "Expected at most " + MOST + " parts, but " + lots + " lots are more in parts of " + display);
        }
    }

    /** Lots of each part, 1 or more, in the order in which they are shown; they sum to the order; the same draws give the same parts. */
    public List<Long> parts(RandomGenerator random) {
        long most = (long) (display * variation);
        List<Long> parts = new ArrayList<>();
        long left = lots;
        while (left > 0) {
            long part = Math.min(left, Math.max(1, display + (most == 0 ? 0 : random.nextLong(-most, most + 1))));
            parts.add(part);
            left -= part;
        }
        return parts;
    }
}
