package dev.vesper.execution.breaker;

/**
 * When the breaker of a venue opens by itself. It is decided between two slices, on what the venue answered so far.
 *
 * @param rejectsInARow so many orders rejected one after the other open it; 0: it never opens by itself
 * @param rejectShare so large a share of the window rejected opens it, above 0 to 1
 * @param window how many answers the share is taken of; while there are fewer it is not taken
 * @param restSlices slices that an open one waits before one order is tried
 */
public record BreakerLimits(int rejectsInARow, double rejectShare, int window, int restSlices) {
    /** What a firm has that says nothing else. */
    public static final BreakerLimits STANDARD = new BreakerLimits(20, 0.5, 100, 2);

    /** How many answers of a venue must be remembered. */
    public int remembered() {
        return Math.max(rejectsInARow, window);
    }
}
