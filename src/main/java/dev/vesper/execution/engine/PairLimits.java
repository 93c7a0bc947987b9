package dev.vesper.execution.engine;

/**
 * What an account may hold of one instrument, and trade of it at a time.
 *
 * @param held least and most
 * @param mostBought units of a child that buys, 0 where it may buy none
 * @param mostSold units of a child that sells
 */
public record PairLimits(PositionLimits held, long mostBought, long mostSold) {
    /** As much at a time as one likes. */
    public static PairLimits of(PositionLimits held) {
        return new PairLimits(held, EngineFormat.MOST_AMOUNT, EngineFormat.MOST_AMOUNT);
    }

    boolean stand() {
        return held.stand() && within(mostBought) && within(mostSold);
    }

    private static boolean within(long most) {
        return most >= 0 && most <= EngineFormat.MOST_AMOUNT;
    }
}
