package dev.vesper.desk.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which schedules are kept, and what their occasions found; it outlives the program, since what it is for is the time when that does not run. */
public interface ScheduleStore {
    Optional<WatchedSchedule> find(String firm);

    /** In the place of what was there for the firm. */
    void save(WatchedSchedule schedule);

    /** The first answer of an occasion stands. */
    void answer(AnsweredOccasion answered);

    /** What the occasions of a firm found that were due from a moment on, oldest first. */
    List<AnsweredOccasion> answers(String firm, Instant from);
}
