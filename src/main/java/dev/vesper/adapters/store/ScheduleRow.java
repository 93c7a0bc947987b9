package dev.vesper.adapters.store;

import dev.vesper.desk.schedule.WatchedSchedule;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code schedule_watch}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "schedule_watch")
class ScheduleRow {
    @Id
    String firm;

    String cron;
    Instant begun;
    Instant since;
    Instant told;

    static ScheduleRow of(WatchedSchedule schedule) {
        ScheduleRow row = new ScheduleRow();
        row.firm = schedule.firm();
        row.cron = schedule.cron();
        row.begun = schedule.begun();
        row.since = schedule.since();
        row.told = schedule.told();
        return row;
    }

    WatchedSchedule toRecord() {
        return new WatchedSchedule(firm, cron, begun, since, told);
    }
}
