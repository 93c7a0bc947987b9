package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.repair.replay.ReplayStore;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;

/** A run that takes the place of another one: both rows of {@code run}, the events of both and their audit rows at once. */
public final class HibernateReplayStore implements ReplayStore {
    /** Somebody may open another day of the date at the same moment. */
    private static final int TRIES = 5;

    private final HibernateAuditLog audit;

    public HibernateReplayStore(HibernateAuditLog audit) {
        this.audit = audit;
    }

    @Override
    public RunRecord supersede(
            RunRecord old, ReplayFrom from, Instant at, String by, String reason, Append<ReplayEvent> agreed) {
        for (int attempt = 1; ; attempt++) {
            try {
                return audit.write(end -> supersedeIn(end, old, from, at, by, reason, agreed));
            } catch (ConstraintViolationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static RunRecord supersedeIn(
            ChainEnd end,
            RunRecord old,
            ReplayFrom from,
            Instant at,
            String by,
            String reason,
            Append<ReplayEvent> agreed) {
        StatelessSession session = end.session();
        String id = old.id().value();
        var vouched = HibernateEventLog.appendIn(session, agreed, at, by);
        int number = HibernateRunStore.nextNumber(session, old.date());
        RunRecord next = old.successor(RunId.of(old.date(), number), from, Exact.time(at));
        session.insert(RunRow.of(next, number));
        close(session, old.id(), next.id());
        end.append(at, by, AuditAction.REPLAY_AGREED, id, from.word() + ": " + reason, old.rehearsal(), vouched);
        var stream = RunEvent.stream(old.id());
        RunEvent superseded = new RunEvent.Superseded(next.id().value(), from);
        end.append(
                at,
                by,
                AuditAction.RUN_SUPERSEDED,
                id,
                "by " + next.id() + ", from " + from.word() + ": " + reason,
                old.rehearsal(),
                HibernateEventLog.appendIn(
                        session,
                        new Append<>(stream, HibernateEventLog.count(session, stream.value()), List.of(superseded)),
                        at,
                        by));
        return next;
    }

    private static void close(StatelessSession session, RunId old, RunId next) {
        long sent = session.createSelectionQuery("select count(*) from ChildRow c where c.runId = :run", Long.class)
                .setParameter("run", old.value())
                .getSingleResult();
        int closed = sent > 0
                ? 0
                : session.createMutationQuery("update RunRow r set r.status = :closed, r.supersededBy = :next"
                                + " where r.runId = :run and r.supersededBy is null and r.status in (:open)")
                        .setParameter("closed", RunStatus.ABANDONED.name())
                        .setParameter("next", next.value())
                        .setParameter("run", old.value())
                        .setParameterList("open", List.of(RunStatus.FAILED.name(), RunStatus.WAITING.name()))
                        .executeUpdate();
        if (closed == 0) {
            throw Problem.refused("Expected run " + old + " to stand still or to wait, with nothing sent, but "
                    + (sent > 0 ? "child orders have left" : "it has gone on or ended")
                    + "; nothing was replayed, look at it as it stands now");
        }
    }
}
