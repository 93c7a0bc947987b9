package dev.vesper.execution.engine;

/**
 * What is drawn of a parent, so that nobody can tell its children by their sizes and times; the same seed draws the same.
 *
 * <p>The points of its curve move by up to {@code timeBps} of the shorter time to those beside them, its slices by up to
 * {@code sizeBps} of themselves, once. For each child anew, the smallest child is drawn up to as much more and the largest down to as much less,
 * and what is shown from {@code leastDisplay} to the display.
 *
 * @param seed of {@link SplitMix64}
 * @param sizeBps basis points either way, at most 5,000
 * @param timeBps the same
 * @param leastDisplay lots, 0 for the display itself
 */
public record Drawn(long seed, int sizeBps, int timeBps, long leastDisplay) {
    /** Whether each number is in its range. */
    boolean stand() {
        return sizeBps >= 0
                && sizeBps <= EngineFormat.MOST_DRAWN
                && timeBps >= 0
                && timeBps <= EngineFormat.MOST_DRAWN
                && leastDisplay >= 0;
    }
}
