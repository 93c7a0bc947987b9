package dev.vesper.market.ticks;

/**
 * Bits of a quote's conditions as AlgoSeek's recorder and QuantConnect's LEAN number them ({@code QuoteConditionFlags}).
 */
final class QuoteCondition {
    /** News, an imbalance, a pause for volatility, a related security, and quotes that bind nobody. */
    private static final long HALTED = bits(4, 5, 6, 7, 9, 10, 12);

    private QuoteCondition() {}

    /** Whether nobody trades at such a quote: a halt, a delayed opening, or one that is not firm. */
    static boolean halted(long conditions) {
        return (conditions & HALTED) != 0;
    }

    private static long bits(int... bits) {
        long mask = 0;
        for (int bit : bits) {
            mask |= 1L << bit;
        }
        return mask;
    }
}
