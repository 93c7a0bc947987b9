package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * Nothing is bought beyond what the rules allow of one order: a restricted name not at all, a position up to its limit. Two
 * units of 100.00 beyond it miss it by 200.00.
 */
public final class MostBought implements PlanConstraint {
    @Override
    public String word() {
        return "most-bought";
    }

    @Override
    public String sentence() {
        return "nothing is bought beyond what the rules allow";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return book.sum(lots, BookLine::overbought);
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.overbought(lots);
            }
        };
    }
}
