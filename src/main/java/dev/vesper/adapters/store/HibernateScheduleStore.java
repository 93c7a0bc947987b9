package dev.vesper.adapters.store;

import dev.vesper.desk.schedule.ScheduleStore;
import dev.vesper.desk.schedule.WatchedSchedule;
import java.util.Optional;

/** The schedules that are kept, in {@code schedule_watch}. */
public final class HibernateScheduleStore implements ScheduleStore {
    private final Database database;

    public HibernateScheduleStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<WatchedSchedule> find(String firm) {
        return database.read(session ->
                Optional.ofNullable(session.get(ScheduleRow.class, firm)).map(ScheduleRow::toRecord));
    }

    @Override
    public void save(WatchedSchedule schedule) {
        database.change(session -> session.upsert(ScheduleRow.of(schedule)));
    }
}
