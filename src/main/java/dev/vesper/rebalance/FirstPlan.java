package dev.vesper.rebalance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A good choice of trades to start the search from: the continuous optimum rounded to whole lots, largest drifts first,
 * then cash raised until it reaches its floor.
 *
 * <p>Largest first, because only the totals matter to the deviation (see {@link ContinuousOptimum}) and few large
 * trades pass the minimum where many small ones would not.
 */
public final class FirstPlan {
    private final LotBook book;
    private final long[] lots;
    private long cash;
    private long turnoverLeft;
    private long spendLeft;
    private final SharedUse shared;

    private FirstPlan(LotBook book) {
        this.book = book;
        lots = new long[book.lines().size()];
        cash = book.cash();
        turnoverLeft = book.turnoverLimit();
        spendLeft = book.spendable();
        shared = new SharedUse(book);
    }

    /** Trading lots for each line of the book, in its order: positive to buy, negative to sell. */
    public static long[] of(LotBook book, ContinuousOptimum optimum) {
        var plan = new FirstPlan(book);
        plan.sellSurplus(Math.round(optimum.sold()));
        plan.raiseCash();
        plan.buyDeficit(Math.round(optimum.bought()));
        return plan.lots;
    }

    private void sellSurplus(long total) {
        long left = total;
        for (int i : largestFirst(Comparator.comparingLong(this::surplus))) {
            long wish = Math.min(surplus(i), left);
            if (wish > 0) {
                left -= trade(i, -nearest(wish, line(i).lotValue()));
            }
        }
    }

    /** Sells what is left, largest positions first, while cash is below its floor. */
    private void raiseCash() {
        for (int i : largestFirst(Comparator.comparingLong(k -> line(k).valueAfter(lots[k])))) {
            long missing = book.cashFloor() - cash;
            if (missing <= 0) {
                return;
            }
            long more =
                    Math.max(line(i).leastTrade() + lots[i], Math.ceilDiv(missing, Math.max(1, line(i).sellCash())));
            trade(i, -more);
        }
    }

    private void buyDeficit(long total) {
        long left = total;
        for (int i : largestFirst(Comparator.comparingLong(k -> -surplus(k)))) {
            long wish = Math.min(-surplus(i), left);
            if (wish > 0) {
                long affordable = Math.max(0, Math.min(spendLeft, cash - book.cashFloor())) / line(i).buyCash();
                left -= trade(i, Math.min(affordable, nearest(wish, line(i).lotValue())));
            }
        }
    }

    /** Trades as much of it as range, turnover and shared limits allow, nothing below the minimum; answers the traded value. */
    private long trade(int i, long more) {
        BookLine line = line(i);
        long room = turnoverLeft / line.lotValue();
        long after = Math.clamp(lots[i] + Math.clamp(more, -room, room), -line.mostSell(), line.mostBuy());
        after = shared.nearest(i, lots[i], after);
        if (line.belowMinimum(after) > 0) {
            return 0;
        }
        shared.change(i, lots[i], after);
        long change = after - lots[i];
        lots[i] = after;
        cash += line.cashFlow(after) - line.cashFlow(after - change);
        turnoverLeft -= line.notional(change);
        spendLeft -= line.bought(after) - line.bought(after - change);
        return line.notional(change);
    }

    private List<Integer> largestFirst(Comparator<Integer> size) {
        return IntStream.range(0, lots.length)
                .boxed()
                .sorted(size.reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private long surplus(int i) {
        return line(i).valueAfter(lots[i]) - line(i).targetValue();
    }

    private BookLine line(int i) {
        return book.lines().get(i);
    }

    private static long nearest(long amount, long step) {
        return (amount + step / 2) / step;
    }
}
