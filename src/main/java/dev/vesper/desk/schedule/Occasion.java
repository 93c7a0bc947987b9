package dev.vesper.desk.schedule;

import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occasion of a schedule, past or to come.
 *
 * @param occasion its name: its local time, for example {@code 2026-11-30T18:30}
 * @param due the moment
 * @param date the business date that was worked; of one to come the date that it would work, if the prices of the last session
 *     are there by then; null where none is known
 * @param worked of one to come: whether that date is worked already, or is by an earlier occasion, so that it opens no day
 * @param run which it opened, or which kept it from opening one, or made good for it
 * @param by who skipped it; empty where nobody did
 * @param reason why it is skipped
 * @param markets the exchanges that are closed on its date, or have other hours
 */
public record Occasion(
        String occasion,
        Instant due,
        OccasionState state,
        @Nullable LocalDate date,
        boolean worked,
        @Nullable RunId run,
        String by,
        String reason,
        List<MarketDay> markets) {
    public Occasion {
        markets = List.copyOf(markets);
    }
}
