package dev.vesper.rebalance;

/**
 * The score of a choice of trades, computed from scratch: one constraint, one method, one sentence. It is the clear
 * twin of the solver's incremental score, which must always equal it.
 *
 * <p>A choice is the number of trading lots for each line of the book, in its order: positive to buy, negative to sell.
 */
public final class PlanScorer {
    private PlanScorer() {}

    public static PlanScore score(LotBook book, long[] lots) {
        return new PlanScore(
                cashShortfall(book, lots),
                turnoverExcess(book, lots),
                sum(book, lots, BookLine::belowMinimum),
                sum(book, lots, BookLine::oversold),
                deviation(book, lots),
                sum(book, lots, BookLine::cost),
                sum(book, lots, BookLine::tax));
    }

    /** Cash once every trade is done and paid for. */
    public static long cashAfter(LotBook book, long[] lots) {
        return book.cash() + sum(book, lots, BookLine::cashFlow);
    }

    /** Hard: cash after trades and costs is not below the floor. */
    public static long cashShortfall(LotBook book, long[] lots) {
        return Math.max(0, book.cashFloor() - cashAfter(book, lots));
    }

    /** Bought plus sold. */
    public static long traded(LotBook book, long[] lots) {
        return sum(book, lots, BookLine::notional);
    }

    /** Hard: bought plus sold is not above the maximum turnover. */
    public static long turnoverExcess(LotBook book, long[] lots) {
        return Math.max(0, traded(book, lots) - book.turnoverLimit());
    }

    /** Soft: every line and cash are near their targets. */
    public static long deviation(LotBook book, long[] lots) {
        return sum(book, lots, BookLine::deviation) + Math.abs(cashAfter(book, lots) - book.cashTarget());
    }

    /** One number of a line, given its trade. */
    private interface LinePart {
        long of(BookLine line, long lots);
    }

    private static long sum(LotBook book, long[] lots, LinePart part) {
        long sum = 0;
        for (int i = 0; i < lots.length; i++) {
            sum += part.of(book.lines().get(i), lots[i]);
        }
        return sum;
    }
}
