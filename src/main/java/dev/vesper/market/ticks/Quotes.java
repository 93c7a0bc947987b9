package dev.vesper.market.ticks;

/**
 * A day's quotes of one instrument by time, column by column. A row tells a new bid, a new ask, or both: a price of 0 says
 * that the row leaves that side as it is.
 *
 * @param millis milliseconds since midnight at the venue
 * @param bidsE4 prices times 10,000
 * @param bidSizes units
 * @param asksE4 prices times 10,000
 * @param askSizes units
 * @param exchanges the letter of who quotes
 * @param conditions bits, see {@link QuoteCondition}
 * @param suspicious 1 where its recorder doubts it, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a day; nobody compares them
public record Quotes(
        long[] millis,
        long[] bidsE4,
        long[] bidSizes,
        long[] asksE4,
        long[] askSizes,
        long[] exchanges,
        long[] conditions,
        long[] suspicious) {
    /** Numbers of a row of {@link #of}. */
    public static final int COLUMNS = 8;

    /**
     * Of rows as they were read, put in the order of time.
     *
     * @param rows time, bid, its units, ask, its units, exchange, conditions, doubt
     */
    public static Quotes of(TickColumns rows) {
        long[][] columns = rows.inTime();
        return new Quotes(
                columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6], columns[7]);
    }

    /** Whether nobody trades at such a quote: a halt, a delayed opening, or one that is not firm. */
    public boolean halted(int row) {
        return QuoteCondition.halted(conditions[row]);
    }

    public int count() {
        return millis.length;
    }
}
