package dev.vesper.rebalance.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;
import java.util.SplittableRandom;

/** Compares a constraint's clear score with its running twin. */
public final class TwinCheck {
    private static final int MOVES = 400;

    private TwinCheck() {}

    /** Random moves from a plan that trades nothing, some beyond what is allowed, some back to nothing. */
    public static void randomMoves(PlanConstraint constraint, LotBook book, long seed) {
        var random = new SplittableRandom(seed);
        long[] lots = new long[book.lines().size()];
        Running running = constraint.open(book);
        assertEquals(constraint.score(book, lots), running.value(), constraint.word() + " of the untraded plan");
        for (int move = 0; move < MOVES; move++) {
            int at = random.nextInt(lots.length);
            BookLine line = book.lines().get(at);
            long before = lots[at];
            lots[at] = random.nextInt(4) == 0 ? 0 : random.nextLong(-line.mostSell() - 3, line.mostBuy() + 4);
            running.change(at, before, lots[at]);
            assertEquals(constraint.score(book, lots), running.value(), constraint.word() + " after move " + move);
        }
    }
}
