package dev.vesper.desk.gate;

import dev.vesper.execution.engine.RateLimit;

/**
 * What the house sets for its engine beside the analysts' tables.
 *
 * @param rate how many children may leave in a while
 * @param bandBps how far a child's price may be from the market's; basis points, 0 for any distance
 * @param cashCounts whether purchases need cash; sales then pay for them only once they are filled
 */
public record HouseLimits(RateLimit rate, int bandBps, boolean cashCounts) {
    /** Nothing. */
    public static final HouseLimits NONE = new HouseLimits(RateLimit.NONE, 0, false);
}
