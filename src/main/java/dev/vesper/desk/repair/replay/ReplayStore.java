package dev.vesper.desk.repair.replay;

import dev.vesper.desk.event.Append;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import java.time.Instant;

/** Keeps that a run takes the place of another one. */
@FunctionalInterface
public interface ReplayStore {
    /**
     * Closes a run and opens the one that takes its place, with the agreement, what both runs' events and the audit say of it;
     * all in one transaction, so that a crash leaves a day that was replayed whole or not at all.
     *
     * @param old the run as it was shown
     * @param by who agreed
     * @param reason why it is replayed, one line
     * @param agreed the agreement
     * @return the new run, with the next number of the date: an open run without an instance and without inputs yet
     * @throws dev.vesper.basics.Problem of kind REFUSED where the old one has ended by now, has sent a child order, or
     *     somebody else decided a moment ago
     */
    RunRecord supersede(
            RunRecord old, ReplayFrom from, Instant at, String by, String reason, Append<ReplayEvent> agreed);
}
