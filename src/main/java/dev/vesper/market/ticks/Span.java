package dev.vesper.market.ticks;

import java.util.Arrays;

/**
 * A part of a day, its end not in it: a session from 09:30 to 16:00 has the trade of 15:59:59.999 and not the one of 16:00.
 *
 * @param fromMillis milliseconds since midnight at the venue
 * @param untilMillis the same, after the beginning
 */
public record Span(long fromMillis, long untilMillis) {
    /** Longer than any day. */
    public static final Span ALL = new Span(0, Long.MAX_VALUE);

    public Span {
        if (fromMillis < 0 || untilMillis <= fromMillis) {
            throw new IllegalArgumentException(
                    "Expected an end after the beginning, but got " + fromMillis + " to " + untilMillis + " ms");
        }
    }

    public boolean holds(long millis) {
        return millis >= fromMillis && millis < untilMillis;
    }

    public long millis() {
        return untilMillis - fromMillis;
    }

    /** The first row of a column of rising times that is in it, or where one would be. */
    int first(long[] millis) {
        return firstFrom(millis, fromMillis);
    }

    /** One after the last row that is in it. */
    int end(long[] millis) {
        return firstFrom(millis, untilMillis);
    }

    /** How many rows of a column of rising times are before a moment. */
    static int firstFrom(long[] millis, long moment) {
        int at = Arrays.binarySearch(millis, moment);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && millis[at - 1] == moment) {
            at--;
        }
        return at;
    }
}
