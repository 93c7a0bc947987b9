package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.Approval;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides an approval again before orders go out: the audit log's chain holds the run, two different people agreed, they
 * agreed on the proposal that is stored, and neither the run nor its frozen files nor the recorded answers are others than
 * the log vouches for. Whoever completed which job of the process, or wrote into which table, is found here.
 */
public final class StandingApproval implements Approval {
    private final TaskStore tasks;
    private final EventLog events;
    private final AuditLog audit;
    private final ApprovalHistory history;
    private final Proposals proposals;

    public StandingApproval(
            TaskStore tasks, EventLog events, AuditLog audit, Proposals proposals, InstantSource clock) {
        this.tasks = tasks;
        this.events = events;
        this.audit = audit;
        this.history = new ApprovalHistory(events, audit, clock);
        this.proposals = proposals;
    }

    @Override
    public void mustStand(RunRecord run) {
        chained(run);
        if (!(history.of(run).state() instanceof FourEyesState.Approved approved)) {
            throw proposals.altered(
                    run,
                    "two people must approve it, but the record says "
                            + history.of(run).state());
        }
        ProposalSum proposal = proposals.unaltered(run);
        if (!approved.proposal().equals(proposal.sha256())) {
            throw proposals.altered(
                    run,
                    approved.checker() + " approved another one ("
                            + (approved.proposal().isEmpty() ? "without a sum" : approved.proposal())
                            + "), but what was decided is " + proposal.sha256());
        }
        opened(run, proposal);
        for (UserTask task : tasks(run)) {
            answered(run, task, approved);
        }
    }

    private List<UserTask> tasks(RunRecord run) {
        try {
            return tasks.ofRun(run.id());
        } catch (Problem unknown) { // a kind or an answer that nothing is called
            throw proposals.altered(run, "a task was inserted or altered: " + unknown.getMessage());
        }
    }

    /** The audit rows of the run are there, flagged as the run is, and in an unbroken chain. */
    private void chained(RunRecord run) {
        List<AuditLog.Row> rows = audit.rows(run.id());
        if (rows.isEmpty()) {
            throw proposals.altered(run, "the audit log knows nothing of the run");
        }
        audit.verifyChain(rows.getFirst().sequence()).stream().findFirst().ifPresent(fault -> {
            throw proposals.altered(run, "the audit log does not hold: " + fault.message());
        });
        rows.stream()
                .filter(row -> row.rehearsal() != run.rehearsal())
                .findFirst()
                .ifPresent(row -> {
                    throw proposals.altered(
                            run,
                            "the run is " + kind(run.rehearsal()) + ", but row " + row.sequence()
                                    + " of the audit log is of " + kind(row.rehearsal()));
                });
    }

    private static String kind(boolean rehearsal) {
        return rehearsal ? "a rehearsal" : "no rehearsal";
    }

    /** Run and frozen files are those that were opened. */
    private void opened(RunRecord run, ProposalSum proposal) {
        Optional<RunEvent> first;
        try {
            first = events.read(RunEvent.stream(run.id())).stream().findFirst();
        } catch (BrokenHistory broken) {
            throw proposals.altered(run, String.valueOf(broken.getMessage()));
        }
        if (!(first.orElse(null) instanceof RunEvent.Opened opened)) {
            throw proposals.altered(run, "no audit row vouches for how the run was opened");
        }
        if (!opened.run().equals(proposal.run())) {
            throw proposals.altered(run, "the run was altered between its opening and the decision");
        }
        if (!opened.inputs().equals(proposal.inputs())) {
            throw proposals.altered(run, "the frozen inputs were altered between its opening and the decision");
        }
    }

    /** An answer in the table of tasks is one that the audit log has, given by who is on record. */
    private void answered(RunRecord run, UserTask task, FourEyesState.Approved approved) {
        if (!task.id().equals(AnswerTask.taskId(run.id(), task.kind()))) {
            throw proposals.altered(run, "the task " + task.id() + " was inserted: no process asks it");
        }
        Answer answer = task.decision();
        if (answer == null) {
            return;
        }
        boolean onRecord = audit.rows(run.id()).stream()
                .anyMatch(row -> row.subject().equals(task.id())
                        && row.action() == task.kind().action(answer)
                        && PersonName.same(row.actor(), String.valueOf(task.decidedBy())));
        boolean agrees = switch (task.kind()) {
            case RELEASE_DATA -> true;
            case PROPOSE_TRADES ->
                answer == Answer.APPROVE && PersonName.same(approved.maker(), String.valueOf(task.decidedBy()));
            case APPROVE_TRADES ->
                answer == Answer.APPROVE && PersonName.same(approved.checker(), String.valueOf(task.decidedBy()));
        };
        if (!onRecord || !agrees) {
            throw proposals.altered(
                    run,
                    "the answer to " + task.id() + " (" + task.word() + " by " + task.decidedBy()
                            + ") was inserted or altered: the audit log has no such answer");
        }
    }
}
