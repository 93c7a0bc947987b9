package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalState;
import dev.vesper.approvals.ApprovalTasks;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.RunRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What happened to the approval of a run's trades, replayed from the stored events, all of them, each time. */
final class ApprovalHistory {
    private final EventLog events;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ApprovalTasks approvals = new ApprovalTasks();

    ApprovalHistory(EventLog events, AuditLog audit, InstantSource clock) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the approval stands, and after how many events. */
    record Standing(StreamId<FourEyesEvent> stream, int length, ApprovalState state) {
        Append<FourEyesEvent> then(List<FourEyesEvent> events) {
            return new Append<>(stream, length, events);
        }
    }

    /** What happened to the question whether data may be used, which is no part of the approval of trades. */
    static StreamId<FourEyesEvent> release(RunId run) {
        return new StreamId<>(FourEyesEvent.class, "release/" + run);
    }

    /** Where what happened to a kind of question is kept. */
    static StreamId<FourEyesEvent> stream(RunId run, TaskKind kind) {
        return kind == TaskKind.RELEASE_DATA ? release(run) : stream(run);
    }

    static StreamId<FourEyesEvent> stream(RunId run) {
        return new StreamId<>(FourEyesEvent.class, "four-eyes/" + run);
    }

    /**
     * Replays.
     *
     * @throws Problem of kind REFUSED where the events cannot stand; the audit log then says so too
     */
    Standing of(RunRecord run) {
        return of(run, TaskKind.APPROVE_TRADES);
    }

    /** Replays what happened to a kind of question. */
    Standing of(RunRecord run, TaskKind kind) {
        StreamId<FourEyesEvent> stream = stream(run.id(), kind);
        try {
            List<FourEyesEvent> past = events.read(stream);
            return new Standing(stream, past.size(), approvals.replay(past));
        } catch (BrokenHistory broken) {
            throw broken(run, broken, audit, clock.instant());
        }
    }

    /** Says in the audit log, and to who asked, that the events of an approval cannot stand. */
    static Problem broken(RunRecord run, BrokenHistory broken, AuditLog audit, Instant now) {
        String message = String.valueOf(broken.getMessage());
        audit.append(now, "vesper", AuditAction.FOUR_EYES_VIOLATED, run.id().value(), message, run.rehearsal());
        return Problem.refused("The approval of " + run.id() + " does not stand: " + message);
    }
}
