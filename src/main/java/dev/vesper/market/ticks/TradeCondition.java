package dev.vesper.market.ticks;

/**
 * Why the price of a trade says nothing of the quotes around it, by the bits of its conditions as AlgoSeek's recorder and
 * QuantConnect's LEAN number them ({@code TradeConditionFlags}). Such a trade counts in volumes and is left out of spreads.
 */
public enum TradeCondition {
    /** An opening, closing or reopening auction: one price for all. */
    AUCTION("auction", 6, 7, 8),
    /** A market's official open or close: it repeats a trade. */
    OFFICIAL("official price", 24, 26),
    /** Reported late, out of sequence, or at a price of before. */
    LATE("late", 11, 14, 25),
    /** Its price comes from elsewhere: derived, averaged, a crossing session, stopped, beside options, far away. */
    PRICED_ELSEWHERE("priced elsewhere", 9, 12, 18, 20, 21, 22),
    /** Settles on another day than others do. */
    SETTLEMENT("other settlement", 1, 2, 3),
    /** Outside regular hours. */
    EXTENDED_HOURS("extended hours", 10, 13);

    static final long CLOSING_PRINT = 1L << 7;

    private static final TradeCondition[] ALL = values();

    private final String words;
    private final long bits;

    TradeCondition(String words, int... bits) {
        long mask = 0;
        for (int bit : bits) {
            mask |= 1L << bit;
        }
        this.words = words;
        this.bits = mask;
    }

    public String words() {
        return words;
    }

    boolean in(long conditions) {
        return (conditions & bits) != 0;
    }

    /** Whether a trade of these conditions was made against the quotes. */
    static boolean atTheQuotes(long conditions) {
        for (TradeCondition one : ALL) {
            if (one.in(conditions)) {
                return false;
            }
        }
        return true;
    }
}
