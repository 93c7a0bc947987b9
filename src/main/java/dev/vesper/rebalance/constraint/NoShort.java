package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * Nothing is sold that is not held; an account that may go short has its own limit. Two units of 100.00 sold beyond what is
 * held miss it by 200.00.
 */
public final class NoShort implements PlanConstraint {
    @Override
    public String word() {
        return "no-short";
    }

    @Override
    public String sentence() {
        return "nothing is sold that may not be sold";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return book.sum(lots, BookLine::oversold);
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.oversold(lots);
            }
        };
    }
}
