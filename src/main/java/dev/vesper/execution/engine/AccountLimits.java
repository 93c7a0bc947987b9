package dev.vesper.execution.engine;

/**
 * What bounds an account.
 *
 * @param cashCounts whether its buys need cash
 * @param leastCash what must be left of it once all buys at the venues are filled, in 1/10,000 of the currency; negative where
 *     it may owe
 * @param held what it may hold of each instrument for which the table has no row of its own
 */
public record AccountLimits(boolean cashCounts, long leastCash, PositionLimits held) {
    /** May hold and owe what it likes. */
    public static final AccountLimits NONE = new AccountLimits(false, 0, PositionLimits.NONE);

    boolean stand() {
        return Math.abs(leastCash) <= EngineFormat.MOST_AMOUNT && leastCash != Long.MIN_VALUE && held.stand();
    }
}
