package dev.vesper.desk.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Failures in a row.
 *
 * @param newest when the last of them was
 * @param until from when on another try is taken
 */
public record Tries(int failures, Instant newest, Instant until) {
    /** None. */
    public static final Tries NONE = new Tries(0, Instant.EPOCH, Instant.EPOCH);

    /**
     * How many failures are borne.
     *
     * @param failures after so many in a row nothing is taken for a while
     * @param first how long, the first time; twice as long after as many more, and so on
     * @param longest the most
     * @param forgotten how long after the newest one they are forgotten
     */
    public record Limit(int failures, Duration first, Duration longest, Duration forgotten) {}

    boolean closed(Instant now) {
        return now.isBefore(until);
    }

    Tries failed(Instant now, Limit limit) {
        int count = newest.plus(limit.forgotten).isAfter(now) ? failures + 1 : 1;
        if (count % limit.failures != 0) {
            return new Tries(count, now, until);
        }
        Duration wait = limit.first;
        for (int more = limit.failures; more < count && wait.compareTo(limit.longest) < 0; more += limit.failures) {
            wait = wait.multipliedBy(2);
        }
        return new Tries(count, now, now.plus(wait.compareTo(limit.longest) > 0 ? limit.longest : wait));
    }
}
