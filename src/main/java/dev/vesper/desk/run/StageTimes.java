package dev.vesper.desk.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long the stages of a run took. */
public final class StageTimes {
    private StageTimes() {}

    /** From its start to its end; empty while it runs. */
    public static Optional<Duration> of(StageRecord stage) {
        Instant end = stage.finishedAt();
        return end == null ? Optional.empty() : Optional.of(Duration.between(stage.startedAt(), end));
    }

    /** All that have ended; the time between two stages is in none of them. */
    public static Duration together(List<StageRecord> stages) {
        return stages.stream().flatMap(stage -> of(stage).stream()).reduce(Duration.ZERO, Duration::plus);
    }
}
