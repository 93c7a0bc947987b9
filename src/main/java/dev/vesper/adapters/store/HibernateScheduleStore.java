package dev.vesper.adapters.store;

import dev.vesper.desk.schedule.AnsweredOccasion;
import dev.vesper.desk.schedule.ScheduleStore;
import dev.vesper.desk.schedule.WatchedSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The schedules that are kept, in {@code schedule_watch}, and what their occasions found, in {@code schedule_answer}. */
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

    @Override
    public void answer(AnsweredOccasion answered) {
        database.change(session -> {
            var key = new ScheduleAnswerRow.Key(answered.firm(), answered.due());
            if (session.get(ScheduleAnswerRow.class, key) == null) {
                session.insert(ScheduleAnswerRow.of(answered));
            }
        });
    }

    @Override
    public List<AnsweredOccasion> answers(String firm, Instant from) {
        return database.read(session -> session
                .createSelectionQuery(
                        "from ScheduleAnswerRow a where a.firm = :firm and a.due >= :from order by a.due",
                        ScheduleAnswerRow.class)
                .setParameter("firm", firm)
                .setParameter("from", from)
                .list()
                .stream()
                .map(ScheduleAnswerRow::toRecord)
                .toList());
    }
}
