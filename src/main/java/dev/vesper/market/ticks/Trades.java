package dev.vesper.market.ticks;

import java.util.OptionalInt;

/**
 * A day's trades of one instrument by time, column by column; those of one millisecond are in the order of their record.
 *
 * @param millis milliseconds since midnight at the venue
 * @param pricesE4 prices times 10,000
 * @param sizes units
 * @param exchanges the letter of where each was
 * @param conditions bits, see {@link TradeCondition}
 * @param suspicious 1 where its recorder doubts it, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a day; nobody compares them
public record Trades(
        long[] millis, long[] pricesE4, long[] sizes, long[] exchanges, long[] conditions, long[] suspicious) {
    /** Numbers of a row of {@link #of}. */
    public static final int COLUMNS = 6;

    /**
     * Of rows as they were read, put in the order of time.
     *
     * @param rows time, price, units, exchange, conditions, doubt
     */
    public static Trades of(TickColumns rows) {
        long[][] columns = rows.inTime();
        return new Trades(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
    }

    /** Whether a trade was made against the quotes of its moment, see {@link TradeCondition}. */
    public boolean atTheQuotes(int row) {
        return TradeCondition.atTheQuotes(conditions[row]);
    }

    public int count() {
        return millis.length;
    }

    /** The last row strictly before a moment that no recorder doubts. */
    public OptionalInt lastBefore(long moment) {
        int row = Span.firstFrom(millis, moment) - 1;
        while (row >= 0 && suspicious[row] != 0) {
            row--;
        }
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** The row of the largest closing auction; the first of several. */
    public OptionalInt largestClosingAuction() {
        int largest = -1;
        for (int row = 0; row < count(); row++) {
            if ((conditions[row] & TradeCondition.CLOSING_PRINT) != 0
                    && suspicious[row] == 0
                    && (largest < 0 || sizes[row] > sizes[largest])) {
                largest = row;
            }
        }
        return largest < 0 ? OptionalInt.empty() : OptionalInt.of(largest);
    }
}
