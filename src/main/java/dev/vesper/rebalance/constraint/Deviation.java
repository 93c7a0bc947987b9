package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * The money is where the target wants it: how far every line and cash end from their targets. 100.00 in a line that should
 * be in cash counts 200.00, once where it is and once where it is missing, so this sum is already twice the money.
 */
public final class Deviation implements PlanConstraint {
    @Override
    public String word() {
        return "deviation";
    }

    @Override
    public String sentence() {
        return "every line and cash end near their targets";
    }

    @Override
    public Level level() {
        return Level.SOFT;
    }

    @Override
    public int weight() {
        return 10;
    }

    /** Without it nothing would be traded. */
    @Override
    public int leastWeight() {
        return 1;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        return book.deviation(lots);
    }

    @Override
    public Running open(LotBook book) {
        return new FromTarget(book);
    }

    /** Two sums: what lines miss adds up line by line, what cash misses only once all its flows are known. */
    private static final class FromTarget implements Running {
        private final BookLine[] lines;
        private long missed;
        private long surplus;

        FromTarget(LotBook book) {
            lines = book.lines().toArray(new BookLine[0]);
            surplus = book.cash() - book.cashTarget();
            for (BookLine line : lines) {
                missed += line.deviation(0);
            }
        }

        @Override
        public void change(int line, long before, long after) {
            BookLine changed = lines[line];
            missed += changed.deviation(after) - changed.deviation(before);
            surplus += changed.cashFlow(after) - changed.cashFlow(before);
        }

        @Override
        public long value() {
            return missed + Math.abs(surplus);
        }
    }
}
