package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.BookLine;
import dev.vesper.rebalance.LotBook;

/**
 * The usual running number: one part of each line, summed over the lines. The part is a method to override and no function to
 * hand over, because then each constraint is a class of its own and the compiler can inline what it does.
 */
public abstract class RunningSum implements Running {
    private final BookLine[] lines;
    private long sum;

    protected RunningSum(LotBook book) {
        lines = book.lines().toArray(new BookLine[0]);
    }

    /** What a line adds to the sum, given its trade; without one it adds nothing. */
    protected abstract long of(BookLine line, long lots);

    @Override
    public final void change(int line, long before, long after) {
        sum += of(lines[line], after) - of(lines[line], before);
    }

    @Override
    public long value() {
        return sum;
    }
}
