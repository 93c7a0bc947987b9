package dev.vesper.desk.diagram;

import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageState;
import java.time.Instant;
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
        String message) {}
