package dev.vesper.rebalance;

import java.util.function.Consumer;

/** Every choice of whole lots of a tiny book, also some that buy more than is useful. */
public final class EveryPlan {
    private EveryPlan() {}

    /** Hands over each choice in turn, always in the same array. */
    public static void of(LotBook book, Consumer<long[]> visitor) {
        visit(book, new long[book.lines().size()], 0, visitor);
    }

    private static void visit(LotBook book, long[] lots, int from, Consumer<long[]> visitor) {
        if (from == lots.length) {
            visitor.accept(lots);
            return;
        }
        BookLine line = book.lines().get(from);
        for (lots[from] = -line.mostSell(); lots[from] <= line.mostBuy() + 2; lots[from]++) {
            visit(book, lots, from + 1, visitor);
        }
    }
}
