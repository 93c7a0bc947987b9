package dev.vesper.desk.schedule;

import java.util.Optional;

/** Which schedules are kept; it outlives the program, since what it is for is the time when that does not run. */
public interface ScheduleStore {
    Optional<WatchedSchedule> find(String firm);

    /** In the place of what was there for the firm. */
    void save(WatchedSchedule schedule);
}
