package dev.vesper.execution.routing;

/**
 * What came of one order where nobody sees how much there is to trade with. Where all of it was filled, there was at least so
 * much, and how much more was never seen: the observation is censored. Example: 300 of 500 says that there were 300, 500 of 500
 * that there were 500 or more.
 *
 * @param sentLots more than zero
 * @param filledLots from zero to what was sent
 */
public record CensoredFill(long sentLots, long filledLots) {
    public CensoredFill {
        if (sentLots <= 0 || filledLots < 0 || filledLots > sentLots) {
            throw new IllegalArgumentException(
                    "Expected 0 to " + sentLots + " lots filled of more than 0, but got " + filledLots);
        }
    }

    /** Whether there may have been more than was asked for. */
    public boolean censored() {
        return filledLots == sentLots;
    }
}
