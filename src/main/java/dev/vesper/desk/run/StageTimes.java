package dev.vesper.desk.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long the stages of a run took. */
public final class StageTimes {
    private StageTimes() {}

    /** How long its last try worked; empty while it runs, and zero where the clock was put back meanwhile. */
    public static Optional<Duration> of(StageRecord stage) {
        Instant end = stage.finishedAt();
        if (end == null) {
            return Optional.empty();
        }
        Duration took = Duration.between(stage.startedAt(), end);
        return Optional.of(took.isNegative() ? Duration.ZERO : took);
    }

    /** All that have ended; waiting for a person, and a pause between two stages or tries, is in none of them. */
    public static Duration together(List<StageRecord> stages) {
        return stages.stream().flatMap(stage -> of(stage).stream()).reduce(Duration.ZERO, Duration::plus);
    }
}
