package dev.vesper.desk.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stage of one run.
 *
 * @param name as people see it, for example check-data
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
