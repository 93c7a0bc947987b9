package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * Small trades are not worth their handling: a trade is nothing or at least the minimum. Two lots of 100.00 under a minimum
 * of 300.00 miss it by 100.00.
 */
public final class MinimumTrade implements PlanConstraint {
    @Override
    public String word() {
        return "minimum-trade";
    }

    @Override
    public String sentence() {
        return "a trade is nothing or at least the minimum notional";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return book.sum(lots, BookLine::belowMinimum);
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.belowMinimum(lots);
            }
        };
    }
}
