package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.ScheduleResources;
import dev.vesper.desk.operations.Schedule;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.Occasion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schedule of a Vesper that runs elsewhere. */
record ScheduleClient(Transport http) implements Schedule {
    @Override
    public KeptSchedule show(int next, int last) {
        return http.send(ScheduleResources.SHOW, new ScheduleResources.Part(next, last));
    }

    @Override
    public List<CalendarDay> calendar(LocalDate from, int days) {
        return http.send(ScheduleResources.CALENDAR, new ScheduleResources.Days(from, days));
    }

    @Override
    public RunRecord run(@Nullable LocalDate date) {
        return http.send(ScheduleResources.RUN, new ScheduleResources.Day(date));
    }

    @Override
    public RunRecord rehearse(@Nullable LocalDate date, boolean again) {
        return http.send(ScheduleResources.REHEARSE, new ScheduleResources.Rehearsal(date, again));
    }

    @Override
    public Occasion skip(String occasion, String reason) {
        return http.send(ScheduleResources.SKIP, new ScheduleResources.Skip(occasion, reason));
    }

    @Override
    public Occasion unskip(String occasion) {
        return http.send(ScheduleResources.UNSKIP, new ScheduleResources.Which(occasion));
    }
}
