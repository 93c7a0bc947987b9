package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * Trading is not free: the expected cost of all trades. A dollar of cost counts as much as a misplaced dollar, so nothing is
 * traded that brings less than it costs.
 */
public final class TradingCost implements PlanConstraint {
    @Override
    public String word() {
        return "cost";
    }

    @Override
    public String sentence() {
        return "little is paid for trading";
    }

    @Override
    public Level level() {
        return Level.SOFT;
    }

    @Override
    public int weight() {
        return 10;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return 2 * book.sum(lots, BookLine::cost);
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return 2 * line.cost(lots);
            }
        };
    }
}
