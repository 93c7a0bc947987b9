package dev.vesper.rebalance;

import java.util.List;

/**
 * One account as the planner sees it: whole numbers only, in {@link Micros}.
 *
 * <p>The value of the account is its cash plus its priced positions before trading. The targets of all lines and of
 * cash sum to it, so the weights, cash included, sum to one.
 *
 * @param lines ordered by symbol: what is held or targeted, and priced
 * @param cash cash before trading, negative when overdrawn
 * @param cashFloor cash may not end below this: the cash buffer, or the starting cash if that is less, but never below
 *     zero. So trades never eat into the buffer, and an account that starts below it need not be forced up
 * @param cashTarget what should be left in cash: the buffer, and the money of targets that have no price, or that the rules
 *     keep from being invested, less the costs that it pays
 * @param turnoverLimit the most that may be bought plus sold
 * @param value the account's value, greater than zero
 * @param spendable the most that purchases may take, costs included: without end where sales pay for them on their day
 * @param shared limits of the rules that several lines share and that trades could break
 * @param shift powers of ten that all amounts are divided by, so that they fit: 3 where they are millionths of a thousand
 */
public record LotBook(
        List<BookLine> lines,
        long cash,
        long cashFloor,
        long cashTarget,
        long turnoverLimit,
        long value,
        long spendable,
        List<SharedLimit> shared,
        int shift) {
    /** Of an account that may spend what it sells. */
    public static final long WITHOUT_END = Long.MAX_VALUE;

    public LotBook {
        lines = List.copyOf(lines);
        shared = List.copyOf(shared);
    }

    /** An amount of this book in currency units, as people write it. */
    public String text(long amount) {
        return Micros.amount(amount).movePointRight(shift).stripTrailingZeros().toPlainString();
    }

    /** The indices of the lines that can be traded at all. */
    public List<Integer> tradable() {
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).tradable())
                .boxed()
                .toList();
    }

    /** Cash once every trade is done and paid for. */
    public long cashAfter(long[] lots) {
        return cash + sum(lots, BookLine::cashFlow);
    }

    /** Cash that purchases take. */
    public long bought(long[] lots) {
        return sum(lots, BookLine::bought);
    }

    /** Bought plus sold. */
    public long traded(long[] lots) {
        return sum(lots, BookLine::notional);
    }

    /** Twice the misplaced money: how far every line and cash end from their targets, without sign. */
    public long deviation(long[] lots) {
        return sum(lots, BookLine::deviation) + Math.abs(cashAfter(lots) - cashTarget);
    }

    /**
     * The sum of one number over all lines.
     *
     * @param lots trading lots for each line, in their order
     */
    public long sum(long[] lots, LinePart part) {
        long sum = 0;
        for (int i = 0; i < lots.length; i++) {
            sum += part.of(lines.get(i), lots[i]);
        }
        return sum;
    }
}
