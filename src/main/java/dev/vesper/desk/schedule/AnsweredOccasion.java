package dev.vesper.desk.schedule;

import dev.vesper.basics.RunId;
import java.time.Instant;

/**
 * What an occasion found when its hour came.
 *
 * @param firm its folder
 * @param state {@code RUN}, {@code WORKED} or {@code BUSY}
 * @param run which it opened, or which kept it from opening one
 * @param at when it was answered
 */
public record AnsweredOccasion(String firm, Instant due, OccasionState state, RunId run, Instant at) {}
