package dev.vesper.desk.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stage of one run.
 *
 * @param name as people see it, for example check-data
 * @param startedAt when its last try began: one that failed or was killed, and the pause after it, is not in its time
 * @param result one line for people: counts and verdicts; never data
 * @param message what went wrong, or empty
 */
public record StageRecord(
        ShownStage name,
        StageState state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String result,
        String message) {}
