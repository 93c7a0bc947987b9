package dev.vesper.rebalance.constraint;

import dev.vesper.rebalance.LotBook;
import dev.vesper.rebalance.SharedLimit;
import dev.vesper.rebalance.SharedUse;

/**
 * What the orders share of a limit of the rules is not above it: a sector, all positions, the turnover of the run. 65,000.00
 * in Energy where 60,000.00 are allowed, 8,000.00 of it bought, misses it by 5,000.00.
 */
public final class SharedLimits implements PlanConstraint {
    @Override
    public String word() {
        return "shared-limits";
    }

    @Override
    public String sentence() {
        return "what orders share of a limit of the rules is not above it";
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public long score(LotBook book, long[] lots) {
        long over = 0;
        for (SharedLimit limit : book.shared()) {
            long use = limit.used();
            long claimed = 0;
            for (SharedLimit.Part part : limit.parts()) {
                use += part.use(lots[part.line()]);
                claimed += part.claimed(lots[part.line()]);
            }
            over += limit.over(use, claimed);
        }
        return over;
    }

    @Override
    public Running open(LotBook book) {
        SharedUse use = new SharedUse(book);
        return new Running() {
            @Override
            public void change(int line, long before, long after) {
                use.change(line, before, after);
            }

            @Override
            public long value() {
                return use.over();
            }
        };
    }
}
