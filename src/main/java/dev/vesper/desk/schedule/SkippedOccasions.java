package dev.vesper.desk.schedule;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.event.EventLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The occasions at which people want no day: replayed from the stored events. */
final class SkippedOccasions {
    private final EventLog events;

    SkippedOccasions(EventLog events) {
        this.events = events;
    }

    /**
     * The events of a firm's schedule, oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered
     */
    List<ScheduleEvent> past(String firm) {
        try {
            return events.read(ScheduleEvent.stream(firm));
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** What is skipped of a firm's schedule, past and to come, by when it is due. */
    Map<Instant, ScheduleEvent.Skipped> standing(String firm) {
        return standing(past(firm));
    }

    static Map<Instant, ScheduleEvent.Skipped> standing(List<ScheduleEvent> past) {
        Map<Instant, ScheduleEvent.Skipped> standing = new TreeMap<>();
        for (ScheduleEvent event : past) {
            switch (event) {
                case ScheduleEvent.Skipped skipped -> standing.put(skipped.due(), skipped);
                case ScheduleEvent.Restored restored -> standing.remove(restored.due());
            }
        }
        return standing;
    }

    Optional<ScheduleEvent.Skipped> find(String firm, Instant due) {
        return Optional.ofNullable(standing(firm).get(due));
    }
}
