package dev.vesper.desk.schedule;

import dev.vesper.desk.event.StreamId;
import java.time.Instant;

/** What people decided about single occasions of a firm's schedule. */
public sealed interface ScheduleEvent {
    /**
     * The stream of a firm's schedule.
     *
     * @param firm its folder
     */
    static StreamId<ScheduleEvent> stream(String firm) {
        return new StreamId<>(ScheduleEvent.class, "schedule/" + firm);
    }

    /** When the occasion is due. */
    Instant due();

    /**
     * No day is to be opened at it.
     *
     * @param by who said so
     * @param reason why
     */
    record Skipped(Instant due, String by, String reason) implements ScheduleEvent {}

    /**
     * A day is to be opened at it after all.
     *
     * @param by who said so
     */
    record Restored(Instant due, String by) implements ScheduleEvent {}
}
