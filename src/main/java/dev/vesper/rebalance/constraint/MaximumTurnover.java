package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * An account is not turned over more than its owner allows: bought plus sold has a maximum. 730.00 traded where 600.00 are
 * allowed misses it by 130.00.
 */
public final class MaximumTurnover implements PlanConstraint {
    @Override
    public String word() {
        return "turnover";
    }

    @Override
    public String sentence() {
        return "bought plus sold is not above the maximum turnover";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return Math.max(0, book.traded(lots) - book.turnoverLimit());
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return line.notional(lots);
            }

            @Override
            public long value() {
                return Math.max(0, super.value() - book.turnoverLimit());
            }
        };
    }
}
