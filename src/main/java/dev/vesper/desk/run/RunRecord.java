package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One end of day as the store knows it.
 *
 * @param firm absolute path of the firm folder
 * @param rehearsal marks run, report and audit as a rehearsal
 * @param openedAt wall-clock time the run was opened; its date is "today" for the whole run, also after a resume
 */
public record RunRecord(
        RunId id, LocalDate date, String firm, long seed, boolean rehearsal, RunStatus status, Instant openedAt) {}
