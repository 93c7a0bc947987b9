package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalTasks;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.WhoIsLeft;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds questions that wait for people of whom nobody is left: they would be open for ever, and look like any other. */
public final class LeftToAnswer {
    private static final int LOOKED_AT = 1_000;

    private final RunStore runs;
    private final TaskStore tasks;
    private final EventLog events;
    private final Inputs inputs;
    private final PeopleNow now;
    private final ApprovalTasks approvals = new ApprovalTasks();

    public LeftToAnswer(RunStore runs, TaskStore tasks, EventLog events, Inputs inputs, PeopleNow now) {
        this.runs = runs;
        this.tasks = tasks;
        this.events = events;
        this.inputs = inputs;
        this.now = now;
    }

    /** What is wrong, a run at a time, without names of people; empty where every open question can be answered. */
    public Optional<String> trouble() {
        String all = runs.recent(LOOKED_AT).stream()
                .filter(run -> why(run).isPresent())
                .map(run -> "run " + run.id() + " waits for an answer that nobody is left to give (./vesper runs show "
                        + run.id() + ")")
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** The task with what is wrong in its question; as it is where it can be answered. */
    public UserTask noted(UserTask task) {
        return task.open()
                ? runs.find(task.run())
                        .flatMap(this::why)
                        .map(why -> task.asking(task.question() + " " + capital(why) + "."))
                        .orElse(task)
                : task;
    }

    private static String capital(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    /** Why the open questions of a run can no more be answered with yes, and what helps. */
    private Optional<String> why(RunRecord run) {
        if (run.status() != RunStatus.WAITING) {
            return Optional.empty();
        }
        try {
            return lacking(run).map(why -> why + "; reject it, and run the day again");
        } catch (BrokenHistory | Problem altered) { // said where it is answered, and by audit verify
            return Optional.of("its questions take no yes any more: " + altered.getMessage());
        }
    }

    private Optional<String> lacking(RunRecord run) {
        List<TaskKind> open = tasks.ofRun(run.id()).stream()
                .filter(UserTask::open)
                .map(UserTask::kind)
                .distinct()
                .toList();
        if (open.isEmpty() || (run.rehearsal() && !open.contains(TaskKind.RELEASE_DATA))) {
            return Optional.empty(); // demo users answer, whom no firm names
        }
        WhoIsLeft left = new WhoIsLeft(inputs.people(run.id()), now.of(run));
        return open.contains(TaskKind.RELEASE_DATA)
                ? left.toRelease()
                : left.toApprove(approvals.replay(events.read(ApprovalHistory.stream(run.id()))), needed(run));
    }

    private ApprovalsNeeded needed(RunRecord run) {
        return events.read(Proposals.stream(run.id())).stream()
                .findFirst()
                .map(decided -> ((ProposalEvent.Decided) decided).needed())
                .orElse(ApprovalsNeeded.ONE_CHECKER);
    }
}
