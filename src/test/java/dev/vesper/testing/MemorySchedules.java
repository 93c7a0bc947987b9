package dev.vesper.testing;

import dev.vesper.desk.schedule.AnsweredOccasion;
import dev.vesper.desk.schedule.ScheduleStore;
import dev.vesper.desk.schedule.WatchedSchedule;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedules that are kept, in memory. */
public final class MemorySchedules implements ScheduleStore {
    private final Map<String, WatchedSchedule> kept = new HashMap<>();
    private final Map<String, AnsweredOccasion> answers = new LinkedHashMap<>();

    @Override
    public Optional<WatchedSchedule> find(String firm) {
        return Optional.ofNullable(kept.get(firm));
    }

    @Override
    public void save(WatchedSchedule schedule) {
        kept.put(schedule.firm(), schedule);
    }

    @Override
    public void answer(AnsweredOccasion answered) {
        answers.putIfAbsent(answered.firm() + " " + answered.due(), answered);
    }

    @Override
    public List<AnsweredOccasion> answers(String firm, Instant from) {
        return answers.values().stream()
                .filter(answer -> answer.firm().equals(firm) && !answer.due().isBefore(from))
                .sorted(Comparator.comparing(AnsweredOccasion::due))
                .toList();
    }
}
