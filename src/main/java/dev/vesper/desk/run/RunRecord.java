package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One end of day as the store knows it.
 *
 * @param firm absolute path of the firm folder
 * @param rehearsal marks run, report and audit as a rehearsal
 * @param openedAt wall-clock time the run was opened; its date is "today" for the whole run, also after a resume
 * @param supersedes the run of the same date whose place this one took; null where it took none
 * @param replayedFrom the first stage that is worked anew; null where it supersedes none
 * @param supersededBy the run that took its place; null where none did
 */
public record RunRecord(
        RunId id,
        LocalDate date,
        String firm,
        long seed,
        boolean rehearsal,
        RunStatus status,
        Instant openedAt,
        @Nullable RunId supersedes,
        @Nullable ReplayFrom replayedFrom,
        @Nullable RunId supersededBy) {
    /** One that was not replayed, and replays none. */
    public RunRecord(
            RunId id, LocalDate date, String firm, long seed, boolean rehearsal, RunStatus status, Instant openedAt) {
        this(id, date, firm, seed, rehearsal, status, openedAt, null, null, null);
    }

    /** The same run, standing so. */
    public RunRecord standing(RunStatus now) {
        return new RunRecord(id, date, firm, seed, rehearsal, now, openedAt, supersedes, replayedFrom, supersededBy);
    }

    /** The same run, closed because another took its place. */
    public RunRecord superseded(RunId by) {
        return new RunRecord(
                id, date, firm, seed, rehearsal, RunStatus.ABANDONED, openedAt, supersedes, replayedFrom, by);
    }

    /** A run that takes the place of this one, as it is opened. */
    public RunRecord successor(RunId next, ReplayFrom from, Instant at) {
        return new RunRecord(next, date, firm, seed, rehearsal, RunStatus.RUNNING, at, id, from, null);
    }
}
