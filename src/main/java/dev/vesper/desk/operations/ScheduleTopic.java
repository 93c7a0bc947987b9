package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.ScheduledDays;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The schedule of the served firm, for one caller. */
record ScheduleTopic(Guard guard, Supplier<ScheduledDays> schedule) implements Schedule {
    private static final int MOST_OCCASIONS = 100;
    private static final int MOST_DAYS = 400;

    @Override
    public KeptSchedule show(int next, int last) {
        return schedule.get()
                .show(Bounds.upTo("next", next, MOST_OCCASIONS), Bounds.upTo("last", last, MOST_OCCASIONS));
    }

    @Override
    public List<CalendarDay> calendar(LocalDate from, int days) {
        return schedule.get().calendar(Bounds.within(from), Bounds.upTo("days", days, MOST_DAYS));
    }

    @Override
    public RunRecord run(@Nullable LocalDate date) {
        String by = guard.named(Permission.WORK_RUNS, "open a day", () -> false);
        return schedule.get().run(date, by);
    }

    @Override
    public RunRecord rehearse(@Nullable LocalDate date, boolean again) {
        String by = guard.named(Permission.WORK_RUNS, "rehearse a day", () -> true);
        return schedule.get().rehearse(date, again, by);
    }

    @Override
    public Occasion skip(String occasion, String reason) {
        String by = guard.named(Permission.WORK_RUNS, "skip an occasion of the schedule", () -> false);
        return schedule.get().skip(occasion, Bounds.line(reason), by);
    }

    @Override
    public Occasion unskip(String occasion) {
        String by = guard.named(Permission.WORK_RUNS, "let a skipped occasion open a day", () -> false);
        return schedule.get().unskip(occasion, by);
    }
}
