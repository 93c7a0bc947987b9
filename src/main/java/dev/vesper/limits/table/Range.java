package dev.vesper.limits.table;

import org.jspecify.annotations.Nullable;

/**
 * Values between two bounds of one kind.
 *
 * @param low null where there is no lower bound
 * @param lowIn whether the lower bound itself belongs to it
 * @param high null where there is no upper bound
 * @param highIn whether the upper bound itself belongs to it
 */
public record Range(
        @Nullable Object low, boolean lowIn, @Nullable Object high, boolean highIn) {
    /** All values there are, but for null. */
    static final Range ALL = new Range(null, false, null, false);

    static Range point(Object value) {
        return new Range(value, true, value, true);
    }

    static Range below(Object bound, boolean itself) {
        return new Range(null, false, bound, itself);
    }

    static Range above(Object bound, boolean itself) {
        return new Range(bound, itself, null, false);
    }
}
