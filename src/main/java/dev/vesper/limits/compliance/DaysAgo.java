package dev.vesper.limits.compliance;

import dev.vesper.limits.AccountBook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Calendar days from a day to that on which an instrument is traded, for example 22 from 20 March to 11 April; negative for a
 * later day.
 */
final class DaysAgo {
    private DaysAgo() {}

    static int of(AccountBook book, String symbol, LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, book.sessions().of(symbol)));
    }
}
