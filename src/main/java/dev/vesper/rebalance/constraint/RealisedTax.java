package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * Gains that are not realised today are taxed later: the tax on what the sold lots realise, less than zero for a loss. A
 * dollar of tax counts a tenth of a misplaced one, because waiting saves its interest, not the dollar.
 */
public final class RealisedTax implements PlanConstraint {
    @Override
    public String word() {
        return "tax";
    }

    @Override
    public String sentence() {
        return "little tax is realised";
    }

    @Override
    public Level level() {
        return Level.SOFT;
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return 2 * book.sum(lots, BookLine::tax);
    }

    @Override
    public Running open(LotBook book) {
        return new RunningSum(book) {
            @Override
            protected long of(BookLine line, long lots) {
                return 2 * line.tax(lots);
            }
        };
    }
}
