package dev.vesper.execution.analysis;

import dev.vesper.basics.Place;

/**
 * What is wrong with a fill, or should be looked at in an order.
 *
 * @param place where the fill or the order is written
 * @param orderId as the fill names it
 * @param words a sentence with the numbers
 */
public record Finding(Kind kind, Place place, String orderId, String words) {
    /** What it is, and whether the fill counts: what was traded was traded, also where it should not have been. */
    public enum Kind {
        /** No such order; does not count. */
        UNKNOWN_ORDER(false),
        /** The same execution once more; counts once. */
        DUPLICATE(false),
        /** The id of another execution; does not count. */
        CONFLICTING_ID(false),
        /** Before the order began or after it ended. */
        OUTSIDE_WINDOW(true),
        /** More than was ordered. */
        OVERFILL(true),
        /** At a worse price than the limit. */
        BEYOND_LIMIT(true),
        /** An order that cost far more or less than the others. */
        OUTLIER(true);

        private final boolean counted;

        Kind(boolean counted) {
            this.counted = counted;
        }

        public boolean counted() {
            return counted;
        }
    }
}
