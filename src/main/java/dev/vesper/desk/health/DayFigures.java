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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What operators watch of the days, for example to be woken when a question waits for an hour.
 *
 * @param openTasks how many questions wait for a person, of runs, of the books and of the kill switches, by kind without its
 *     number; every one of {@link #KINDS} is there, and {@link #OTHER}
 * @param overdue how many of them were due before now
 * @param oldestOpen how long the oldest of them waits; zero where none does
 * @param runs how many there are, by status; every status is there
 * @param stopped how many kill switches are on
 * @param breakers how many circuit breakers of venues are open or half open, of runs that have not ended
 * @param lastDone when the newest run that traded was done; empty before the first
 */
public record DayFigures(
        Map<String, Long> openTasks,
        long overdue,
        Duration oldestOpen,
        Map<RunStatus, Long> runs,
        long stopped,
        long breakers,
        Optional<Instant> lastDone) {
    /** What a person may be asked. */
    public static final List<String> KINDS = List.of(
            "release-data",
            "propose-trades",
            "approve-trades",
            "propose-flow",
            "approve-flow",
            "decide-break",
            "review-execution",
            "release-kill",
            "set-numbers",
            "move-token");

    /** Whatever else is asked. */
    public static final String OTHER = "other";

    private static final int LOOKED_AT = 1_000;

    public static DayFigures of(
            RunStore runs, List<Questions> questions, long stopped, long breakers, InstantSource clock) {
        List<Question> open = new ArrayList<>();
        long overdue = 0;
        for (Questions part : questions) {
            List<Question> asked =
                    part.newest(LOOKED_AT).stream().filter(Question::open).toList();
            overdue += asked.stream().filter(one -> part.card(one).overdue()).count();
            open.addAll(asked);
        }
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
        return new DayFigures(byKind(open), overdue, oldest, counted, stopped, breakers, done);
    }

    private static Map<String, Long> byKind(List<Question> open) {
        Map<String, Long> counted = new TreeMap<>();
        KINDS.forEach(kind -> counted.put(kind, 0L));
        counted.put(OTHER, 0L);
        for (Question question : open) {
            counted.merge(kind(question.kind()), 1L, Long::sum);
        }
        return counted;
    }

    /** Without the number of the step or of the request, and one of a few whatever a question is called. */
    private static String kind(String word) {
        int end = word.length();
        while (end > 0 && (Character.isDigit(word.charAt(end - 1)) || word.charAt(end - 1) == '-')) {
            end--;
        }
        String kind = word.substring(0, end);
        return KINDS.contains(kind) ? kind : OTHER;
    }

    private static Optional<Instant> ended(RunStore runs, RunRecord run) {
        return runs.stages(run.id()).stream()
                .map(StageRecord::finishedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
