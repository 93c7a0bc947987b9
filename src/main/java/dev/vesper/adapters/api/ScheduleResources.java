package dev.vesper.adapters.api;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schedule of the firm that is served, over HTTP. */
public final class ScheduleResources {
    /** How many occasions, before and after. */
    public record Part(
            @Otherwise("10") int next, @Otherwise("10") int last) {}

    /** Which days. */
    public record Days(LocalDate from, @Otherwise("31") int days) {}

    /** Which business date. */
    public record Day(@Otherwise("") @Nullable LocalDate date) {}

    /** Which business date, and whether once more. */
    public record Rehearsal(
            @Otherwise("") @Nullable LocalDate date,
            @Otherwise("false") boolean again) {}

    /** Which occasion, and why it is to pass. */
    public record Skip(String occasion, String reason) {}

    /** Which occasion. */
    public record Which(String occasion) {}

    public static final Resource<Part, KeptSchedule> SHOW = Resource.get(
            "/api/v1/schedule",
            "The schedule of the firm that up serves: what is to come, and what has been.",
            Part.class,
            Answers.one(KeptSchedule.class),
            (operations, q) -> operations.schedule().show(q.next(), q.last()));

    public static final Resource<Days, List<CalendarDay>> CALENDAR = Resource.get(
            "/api/v1/schedule/calendar",
            "Days of the calendar with the exchanges' holidays and half days, and the occasions.",
            Days.class,
            Answers.list(CalendarDay.class),
            (operations, q) -> operations.schedule().calendar(q.from(), q.days()));

    public static final Resource<Day, RunRecord> RUN = Resource.post(
            "/api/v1/schedule/run",
            "Opens a day now: of the newest prices, or of a past date that was not worked. Refused while one is open.",
            Day.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.schedule().run(q.date()));

    public static final Resource<Rehearsal, RunRecord> REHEARSE = Resource.post(
            "/api/v1/schedule/rehearse",
            "Opens a rehearsal of a day now; again takes back what rehearsals booked from the date on.",
            Rehearsal.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.schedule().rehearse(q.date(), q.again()));

    public static final Resource<Skip, Occasion> SKIP = Resource.post(
            "/api/v1/schedule/occasions/{occasion}/skip",
            "Lets one occasion pass without a day, for a reason.",
            Skip.class,
            Answers.one(Occasion.class),
            (operations, q) -> operations.schedule().skip(q.occasion(), q.reason()));

    public static final Resource<Which, Occasion> UNSKIP = Resource.post(
            "/api/v1/schedule/occasions/{occasion}/unskip",
            "Lets an occasion open a day that was skipped, before its hour.",
            Which.class,
            Answers.one(Occasion.class),
            (operations, q) -> operations.schedule().unskip(q.occasion()));

    static final List<Resource<?, ?>> ALL = List.of(SHOW, CALENDAR, RUN, REHEARSE, SKIP, UNSKIP);

    private ScheduleResources() {}
}
