package dev.vesper.desk.operations;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the days of the firm are due that {@code ./vesper up} serves. Each method throws a {@link dev.vesper.basics.Problem} of
 * kind UNAVAILABLE where no {@code up} runs.
 */
public interface Schedule {
    /**
     * The schedule, what is to come and what has been.
     *
     * @param next how many occasions to come, 1 to 100
     * @param last how many that were, 1 to 100
     */
    KeptSchedule show(int next, int last);

    /**
     * The days of the calendar, with the exchanges' holidays and half days and the occasions.
     *
     * @param from the first of them
     * @param days how many, 1 to 400
     * @throws dev.vesper.basics.Problem of kind INPUT where the firm's folder cannot be read
     */
    List<CalendarDay> calendar(LocalDate from, int days);

    /**
     * Opens a day now and lets it be worked. A named person does it.
     *
     * @param date its business date, for one that was not worked yet; null for that of the newest prices
     * @throws dev.vesper.basics.Problem of kind INPUT where the date has no prices, REFUSED for a caller without a name, while
     *     another day is open, or where the books do not take the date
     */
    RunRecord run(@Nullable LocalDate date);

    /**
     * Opens a rehearsal of a day now and lets it be worked. A named person does it.
     *
     * @param date its business date; null for that of the newest prices
     * @param again whether a rehearsal is repeated: what rehearsals booked from the date on is taken back
     * @throws dev.vesper.basics.Problem as {@link #run}
     */
    RunRecord rehearse(@Nullable LocalDate date, boolean again);

    /**
     * Lets one occasion pass without a day. A named person does it.
     *
     * @param occasion its local time, for example {@code 2026-11-30T18:30}; the date alone where it has one occasion
     * @param reason why
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none, or no reason is given, REFUSED for a caller without a
     *     name, where its hour has passed, or it is skipped already
     */
    Occasion skip(String occasion, String reason);

    /**
     * Lets an occasion open a day that was skipped. A named person does it, before its hour.
     *
     * @param occasion as {@link #skip}
     * @throws dev.vesper.basics.Problem of kind INPUT where it is none, REFUSED for a caller without a name, where its hour has
     *     passed, or it is not skipped
     */
    Occasion unskip(String occasion);
}
