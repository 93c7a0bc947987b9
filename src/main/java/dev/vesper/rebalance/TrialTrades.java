package dev.vesper.rebalance;

/**
 * The trades that rules are asked about before a plan is sought: those of the first plan, and the smallest sale of what it does
 * not trade, for the search may find it.
 */
public final class TrialTrades {
    private TrialTrades() {}

    /** Trading lots for each line of the book, in its order. */
    public static long[] of(LotBook book, long[] first) {
        long[] lots = first.clone();
        for (int i = 0; i < lots.length; i++) {
            BookLine line = book.lines().get(i);
            if (lots[i] == 0 && line.mostSell() >= line.leastTrade()) {
                lots[i] = -line.leastTrade();
            }
        }
        return lots;
    }
}
