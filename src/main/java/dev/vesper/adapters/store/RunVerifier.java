package dev.vesper.adapters.store;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.approvals.rows.RowDecisions;
import dev.vesper.approvals.rows.RowState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ProposalStore;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog.Fault;
import dev.vesper.desk.audit.ChainedRow;
import dev.vesper.desk.audit.Vouched;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunSum;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the other tables say happened with what the audit log says: runs and how they ended, rehearsal flags, answers
 * to tasks, proposals, and orders that were worked. A log that was emptied contradicts them as much as a row that was put in.
 */
final class RunVerifier {
    /** Tables of a run's execution, which have no key that ties them to it. */
    private static final List<String> WORKED = List.of("ChildRow", "OutcomeRow", "FillRow", "AmendmentRow");

    private final StatelessSession session;
    private final Map<String, List<ChainedRow>> bySubject = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private long newest;

    private RunVerifier(StatelessSession session, List<ChainedRow> rows) {
        this.session = session;
        for (ChainedRow row : rows) {
            bySubject.computeIfAbsent(row.subject(), _ -> new ArrayList<>()).add(row);
            newest = row.sequence();
        }
    }

    /** Faults are numbered by the audit row that a table contradicts, where there is none by the newest one. */
    static List<Fault> verify(StatelessSession session, List<ChainedRow> rows) {
        RunVerifier verifier = new RunVerifier(session, rows);
        session.createSelectionQuery("from RunRow r order by r.runId", RunRow.class)
                .getResultList()
                .forEach(verifier::run);
        verifier.strangers();
        return verifier.faults;
    }

    private void run(RunRow stored) {
        String id = stored.runId;
        RunRecord run;
        try {
            run = stored.toRecord();
        } catch (IllegalArgumentException e) {
            fault(newest, "the run " + id + " was altered: " + e.getMessage());
            return;
        }
        ChainedRow opened = row(id, AuditAction.RUN_OPENED);
        if (opened == null) {
            if (began(run)) {
                fault(
                        newest,
                        "the run " + id + " began, but no audit row says so: the log was emptied, or the run put in");
            }
            return;
        }
        opened(run, opened);
        replays(run, opened);
        flags(run);
        ended(run, opened);
        tasks(run);
        data(run);
        proposal(run);
        worked(run, opened);
    }

    private void opened(RunRecord run, ChainedRow row) {
        Vouched vouched = row.vouched();
        boolean same;
        if (vouched == null) { // opened by an older Vesper
            same = row.detail().equals("business date " + run.date() + ", seed " + run.seed());
        } else {
            same = first(RunEvent.class, vouched.stream()).orElse(null) instanceof RunEvent.Opened event
                    && event.run().equals(RunSum.of(run));
        }
        if (!same) {
            fault(row.sequence(), "the run " + run.id() + " was altered: it is not the one that was opened");
        }
    }

    /** A run that took the place of another one, and one whose place was taken: rows, events and agreement say the same. */
    private void replays(RunRecord run, ChainedRow opened) {
        ReplayVerifier.faults(session, run).forEach(what -> fault(opened.sequence(), what));
        ChainedRow superseded = row(run.id().value(), AuditAction.RUN_SUPERSEDED);
        if (superseded == null) {
            return;
        }
        boolean two = rows(run.id().value(), AuditAction.REPLAY_AGREED)
                        .anyMatch(agreed -> agreed.actor().equals(superseded.actor()))
                && rows(run.id().value(), AuditAction.REPLAY_ASKED)
                        .anyMatch(asked -> !PersonName.same(asked.actor(), superseded.actor()));
        if (!two) {
            fault(
                    superseded.sequence(),
                    "the run " + run.id() + " was superseded, but no audit rows say that two people agreed");
        }
    }

    /** Every row of a run and its tasks has the run's flag. */
    private void flags(RunRecord run) {
        bySubject.forEach((subject, rows) -> {
            if (subject.equals(run.id().value()) || subject.startsWith(run.id() + "/")) {
                rows.stream()
                        .filter(row -> row.rehearsal() != run.rehearsal())
                        .forEach(row -> fault(
                                row.sequence(),
                                "the run " + run.id() + " is " + (run.rehearsal() ? "a" : "no") + " rehearsal, but row "
                                        + row.sequence() + " says " + (row.rehearsal() ? "it is one" : "it is none")));
            }
        });
    }

    private void ended(RunRecord run, ChainedRow opened) {
        AuditAction end = switch (run.status()) {
            case DONE -> AuditAction.RUN_DONE;
            case REFUSED -> AuditAction.RUN_REFUSED;
            case ABANDONED -> run.supersededBy() == null ? AuditAction.RUN_ABANDONED : AuditAction.RUN_SUPERSEDED;
            case RUNNING, WAITING, FAILED -> AuditAction.RUN_OPENED;
        };
        if (row(run.id().value(), end) == null) {
            fault(
                    opened.sequence(),
                    "the run " + run.id() + " is stored as " + run.status() + ", but no audit row says " + end.word()
                            + ": its status was altered, or the row is gone");
        }
    }

    private void tasks(RunRecord run) {
        for (TaskRow row : session.createSelectionQuery(
                        "from TaskRow t where t.runId = :run order by t.taskId", TaskRow.class)
                .setParameter("run", run.id().value())
                .getResultList()) {
            try {
                task(row.toTask());
            } catch (Problem unknown) {
                fault(newest, "the task " + row.taskId + " was altered or inserted: " + unknown.getMessage());
            }
        }
        bySubject.forEach((subject, rows) -> {
            if (subject.startsWith(run.id() + "/")) {
                rows.forEach(row -> answered(subject, row));
            }
        });
    }

    /** The answer that an audit row tells is in the table. */
    private void answered(String id, ChainedRow told) {
        for (TaskKind kind : TaskKind.values()) {
            for (Answer answer : Answer.values()) {
                TaskRow there = session.get(TaskRow.class, id);
                if (told.action().equals(kind.action(answer).word())
                        && (there == null || !answer.word().equals(there.decision))) {
                    fault(
                            told.sequence(),
                            "the answer to " + id + " was deleted or altered: row " + told.sequence() + " says "
                                    + told.action() + " by " + told.actor());
                }
            }
        }
    }

    private static boolean asked(UserTask task) {
        try {
            TaskId id = TaskId.of(task.id());
            return id.run().equals(task.run()) && id.kind() == task.kind();
        } catch (Problem unknown) {
            return false;
        }
    }

    private void task(UserTask task) {
        Answer answer = task.decision();
        if (!asked(task)) {
            fault(newest, "the task " + task.id() + " was inserted: no process asks it");
        } else if (answer != null) {
            ChainedRow told = row(task.id(), task.kind().action(answer));
            if (told == null) {
                fault(
                        newest,
                        "the answer to " + task.id() + " (" + task.word() + " by " + task.decidedBy()
                                + ") was inserted: no audit row says so");
            } else if (!told.actor().equals(task.decidedBy())
                    || !told.at().equals(task.decidedAt())
                    || !told.detail().equals(task.reason())) {
                fault(
                        told.sequence(),
                        "the answer to " + task.id() + " was altered: row " + told.sequence() + " says " + told.action()
                                + " by " + told.actor());
            }
        }
    }

    /** What was decided was decided on data that the log vouches for, and that somebody released where it was blocked. */
    private void data(RunRecord run) {
        ChainedRow told = row(run.id().value(), AuditAction.DATA_CHECKED);
        Vouched vouched = told == null ? null : told.vouched();
        if (told == null || vouched == null) {
            return; // not checked yet, or by an older Vesper
        }
        RowSum check = rows(vouched.stream()).map(RowState::check).orElse(null);
        if (check == null) {
            return; // events that are gone or cannot follow are named already
        }
        if (!check.equals(ProposalRows.data(session, run.id()))) {
            fault(
                    told.sequence(),
                    "the verdict on the data of " + run.id() + " was altered: row " + told.sequence()
                            + " vouches for another");
        }
        ChainedRow decided = row(run.id().value(), AuditAction.PROPOSAL_DECIDED);
        if (decided != null
                && told.detail().startsWith("blocked")
                && blocks(run)
                && row(new TaskId(run.id(), TaskKind.RELEASE_DATA).toString(), AuditAction.DATA_RELEASED) == null) {
            fault(
                    decided.sequence(),
                    "the data of " + run.id() + " was used, but no audit row says that anybody released it");
        }
    }

    /** With the rows that two people decided. */
    private Optional<RowState> rows(String stream) {
        try {
            return Optional.of(new RowDecisions()
                    .replay(HibernateEventLog.rows(session, stream).stream()
                            .map(row -> StreamKind.of(DataEvent.class).read(HibernateEventLog.written(row)))
                            .toList()));
        } catch (BrokenHistory e) {
            fault(newest, stream + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether the data still breaks its contract, which somebody must release then: rows may have been mended since. */
    private boolean blocks(RunRecord run) {
        DataCheckRow row = session.get(DataCheckRow.class, run.id().value());
        return row == null || row.blocking;
    }

    private void proposal(RunRecord run) {
        ChainedRow told = row(run.id().value(), AuditAction.PROPOSAL_DECIDED);
        if (told == null || told.vouched() == null) {
            return; // not decided yet, or by an older Vesper
        }
        if (!(first(ProposalEvent.class, told.vouched().stream()).orElse(null)
                instanceof ProposalEvent.Decided event)) {
            return; // the events of the stream are named already
        }
        ProposalSum decided = event.proposal();
        ProposalStore.Sums now = ProposalRows.sums(session, run.id()).orElse(null);
        if (now == null) {
            fault(told.sequence(), "the proposal of " + run.id() + " was deleted");
            return;
        }
        List<String> differences = decided.differences(new ProposalSum(
                RunSum.of(run),
                decided.inputs(), // files are no business of the store
                now.data(),
                now.plans(),
                now.orders(),
                now.verdicts(),
                now.rules(),
                // the steps are in the event, which the row vouches for
                decided.approvals().rows() == 0
                        ? decided.approvals()
                        : event.needed().sum(),
                decided.prices())); // nor is the lake
        differences.forEach(what -> fault(
                told.sequence(),
                what + " of " + run.id() + " were altered: row " + told.sequence() + " vouches for others"));
    }

    /** What was sent was approved, and events vouch for it. */
    private void worked(RunRecord run, ChainedRow opened) {
        if (opened.vouched() == null) {
            return; // an older Vesper executed it, maybe without events
        }
        List<EventRow> events = HibernateEventLog.rows(session, "orders/" + run.id());
        for (String table : WORKED) {
            if (events.isEmpty() && count(table, run.id()) > 0) {
                fault(opened.sequence(), "orders of " + run.id() + " were inserted: no event vouches for them");
                return;
            }
        }
        if (count("ChildRow", run.id()) > 0) {
            needed(run).stream()
                    .map(step -> new TaskId(run.id(), TaskKind.APPROVE_TRADES, step.number()).toString())
                    .filter(task -> row(task, AuditAction.TRADES_APPROVED) == null)
                    .findFirst()
                    .ifPresent(task -> fault(
                            opened.sequence(),
                            "orders of " + run.id() + " were sent, but no audit row says that they were approved ("
                                    + task + ")"));
            leftOut(run);
        }
    }

    /** Nothing was sent of what people left out; numbered by the row that tells who did. */
    private void leftOut(RunRecord run) {
        LeftOutVerifier.sent(session, run.id().value()).forEach((order, by) -> {
            long told = bySubject.entrySet().stream()
                    .filter(subject -> subject.getKey().startsWith(run.id() + "/"))
                    .flatMap(subject -> subject.getValue().stream())
                    .filter(row -> row.action().equals(AuditAction.ORDER_LEFT_OUT.word())
                            && row.detail().startsWith(order + ": "))
                    .mapToLong(ChainedRow::sequence)
                    .findFirst()
                    .orElse(newest);
            fault(told, "children of " + order + " were sent, but " + by + " left it out of what was approved");
        });
    }

    /** The approvals that a proposal needed when it was decided. */
    private List<ApprovalStep> needed(RunRecord run) {
        ChainedRow told = row(run.id().value(), AuditAction.PROPOSAL_DECIDED);
        Vouched vouched = told == null ? null : told.vouched();
        return vouched != null
                        && first(ProposalEvent.class, vouched.stream()).orElse(null)
                                instanceof ProposalEvent.Decided decided
                ? decided.needed().steps()
                : ApprovalsNeeded.ONE_CHECKER.steps();
    }

    /** Rows of runs that nobody knows. */
    private void strangers() {
        for (String table : WORKED) {
            session.createSelectionQuery(
                            "select distinct w.runId from " + table
                                    + " w where w.runId not in (select r.runId from RunRow r)",
                            String.class)
                    .getResultList()
                    .forEach(run -> fault(newest, "orders of " + run + " were inserted: there is no such run"));
        }
    }

    private long count(String table, RunId run) {
        return session.createSelectionQuery("select count(*) from " + table + " w where w.runId = :run", Long.class)
                .setParameter("run", run.value())
                .getSingleResult();
    }

    /** A crash may come between a run's row and its audit row, but nothing is done for it before both are there. */
    private boolean began(RunRecord run) {
        return count("StageRow", run.id()) > 0 || run.status() == RunStatus.DONE || run.status() == RunStatus.REFUSED;
    }

    private <E> Optional<E> first(Class<E> kind, String stream) {
        try {
            return HibernateEventLog.rows(session, stream).stream()
                    .findFirst()
                    .map(row -> StreamKind.of(kind).read(HibernateEventLog.written(row)));
        } catch (BrokenHistory e) {
            return Optional.empty();
        }
    }

    private Stream<ChainedRow> rows(String subject, AuditAction action) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(row -> row.action().equals(action.word()));
    }

    private @Nullable ChainedRow row(String subject, AuditAction action) {
        return rows(subject, action).findFirst().orElse(null);
    }

    private void fault(long sequence, String message) {
        faults.add(new Fault(sequence, message));
    }
}
