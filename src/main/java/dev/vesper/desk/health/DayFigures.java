package dev.vesper.desk.health;

import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What operators watch of the days, for example to be woken when a question waits for an hour.
 *
 * @param openTasks how many questions wait for a person, of runs and of the books
 * @param oldestOpen how long the oldest of them waits; zero where none does
 * @param runs how many there are, by status; every status is there
 * @param lastDone when the newest run that traded was done; empty before the first
 */
public record DayFigures(long openTasks, Duration oldestOpen, Map<RunStatus, Long> runs, Optional<Instant> lastDone) {
    private static final int LOOKED_AT = 1_000;

    public static DayFigures of(RunStore runs, List<Questions> questions, InstantSource clock) {
        List<Question> open = questions.stream()
                .flatMap(part -> part.newest(LOOKED_AT).stream())
                .filter(Question::open)
                .toList();
        Duration oldest = open.stream()
                .map(Question::raisedAt)
                .min(Instant::compareTo)
                .map(raised -> Duration.between(raised, clock.instant()))
                .filter(waited -> !waited.isNegative()) // the clock may have gone back
                .orElse(Duration.ZERO);
        Map<RunStatus, Long> counted = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            counted.put(status, 0L);
        }
        counted.putAll(runs.counts());
        Optional<Instant> done = runs.recent(LOOKED_AT).stream()
                .filter(run -> run.status() == RunStatus.DONE)
                .findFirst()
                .flatMap(run -> ended(runs, run));
        return new DayFigures(open.size(), oldest, counted, done);
    }

    private static Optional<Instant> ended(RunStore runs, RunRecord run) {
        return runs.stages(run.id()).stream()
                .map(StageRecord::finishedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
