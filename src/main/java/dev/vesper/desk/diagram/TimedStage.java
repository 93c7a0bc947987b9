package dev.vesper.desk.diagram;

import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.run.StageTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a run against the runs before.
 *
 * @param tookMillis how long its last try worked; null while it lasts
 * @param usualMillis the median of the last runs that were done; null where there is none
 */
public record TimedStage(
        ShownStage name,
        StageState state,
        Instant startedAt,
        @Nullable Long tookMillis,
        @Nullable Long usualMillis,
        String result,
        String message) {
    /** @param median how long the stages usually take, in milliseconds */
    static TimedStage of(StageRecord stage, Map<ShownStage, Long> median) {
        return new TimedStage(
                stage.name(),
                stage.state(),
                stage.startedAt(),
                StageTimes.of(stage).map(Duration::toMillis).orElse(null),
                median.get(stage.name()),
                stage.result(),
                stage.message());
    }
}
