package dev.vesper.rebalance.constraint;

/** How much a constraint binds. */
public enum Level {
    /** It must hold: counted in {@link dev.vesper.rebalance.Micros} of the money by which it is broken, zero where it holds. */
    HARD,
    /**
     * The less, the better: counted in micros of <em>twice</em> the money, times the constraint's weight. Twice, because a
     * misplaced dollar is missing in one place and too much in another, and half of that sum would not always be whole.
     */
    SOFT
}
