package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.ProposalSum;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.Approval;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides an approval again before orders go out: the audit log's chain holds the run, a maker and as many
 * checkers as it needs agreed, all different people of the groups that are asked, they agreed on the proposal that is stored, and neither the run nor its frozen files nor the recorded answers are others than
 * the log vouches for. Whoever completed which job of the process, or wrote into which table, is found here.
 */
public final class StandingApproval implements Approval {
    private final TaskStore tasks;
    private final EventLog events;
    private final AuditLog audit;
    private final ApprovalHistory history;
    private final Proposals proposals;
    private final Inputs inputs;

    public StandingApproval(
            TaskStore tasks, EventLog events, AuditLog audit, Proposals proposals, Inputs inputs, InstantSource clock) {
        this.tasks = tasks;
        this.events = events;
        this.audit = audit;
        this.history = new ApprovalHistory(events, audit, clock);
        this.proposals = proposals;
        this.inputs = inputs;
    }

    @Override
    public Set<String> mustStand(RunRecord run) {
        new RunChain(audit).fault(run).ifPresent(why -> {
            throw proposals.altered(run, why);
        });
        if (!(history.of(run).state().answers() instanceof FourEyesState.Approved approved)) {
            throw proposals.altered(
                    run,
                    "a maker and every checker must approve it, but the record says "
                            + history.of(run).state().answers());
        }
        ProposalEvent.Decided decided = proposals.unaltered(run);
        ProposalSum proposal = decided.proposal();
        Set<String> without = Exceptions.left(approved);
        String rest = proposal.without(without);
        if (!approved.proposal().equals(rest)) {
            throw proposals.altered(
                    run,
                    approved.checkers() + " approved another one ("
                            + (approved.proposal().isEmpty() ? "without a sum" : approved.proposal())
                            + "), but what was decided is " + rest
                            + (without.isEmpty() ? "" : ", without " + String.join(", ", without)));
        }
        opened(run, proposal);
        enough(run, decided.needed(), approved);
        for (UserTask task : tasks(run)) {
            answered(run, task, approved);
        }
        return without;
    }

    /** As many approvals as were needed when it was decided, each by somebody of the group that was asked. */
    private void enough(RunRecord run, ApprovalsNeeded needed, FourEyesState.Approved approved) {
        Map<Integer, String> given = new TreeMap<>();
        approved.by().forEach(one -> given.put(one.step(), one.group()));
        Map<Integer, String> wanted = new TreeMap<>();
        needed.steps().forEach(step -> wanted.put(step.number(), step.group()));
        if (!given.equals(wanted)) {
            throw proposals.altered(
                    run, "it must be approved by " + needed.groups() + ", but the record has " + approved.checkers());
        }
        if (run.rehearsal()) {
            return; // by demo users, whom no firm names
        }
        People people = inputs.people(run.id());
        group(run, people, approved.maker(), People.MAKERS);
        approved.by().forEach(one -> group(run, people, one.checker(), one.group()));
    }

    private void group(RunRecord run, People people, String name, String group) {
        if (!people.in(name, group)) {
            throw proposals.altered(run, name + " answered for " + group + ", but belongs to " + people.groupsOf(name));
        }
    }

    private List<UserTask> tasks(RunRecord run) {
        try {
            return tasks.ofRun(run.id());
        } catch (Problem unknown) { // a kind or an answer that nothing is called
            throw proposals.altered(run, "a task was inserted or altered: " + unknown.getMessage());
        }
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
        int step = asked(run, task).step();
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
                answer == Answer.APPROVE
                        && approved.by().stream()
                                .anyMatch(one -> one.step() == step
                                        && PersonName.same(one.checker(), String.valueOf(task.decidedBy())));
        };
        if (!onRecord || !agrees) {
            throw proposals.altered(
                    run,
                    "the answer to " + task.id() + " (" + task.word() + " by " + task.decidedBy()
                            + ") was inserted or altered: the audit log has no such answer");
        }
    }

    /** Which question a task is; one that no process asks was inserted. */
    private TaskId asked(RunRecord run, UserTask task) {
        try {
            TaskId id = TaskId.of(task.id());
            if (id.run().equals(run.id()) && id.kind() == task.kind()) {
                return id;
            }
        } catch (Problem unknown) {
            // said below
        }
        throw proposals.altered(run, "the task " + task.id() + " was inserted: no process asks it");
    }
}
