package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalState;
import dev.vesper.approvals.ApprovalTasks;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.TaskCommand;
import dev.vesper.approvals.TaskEvent;
import dev.vesper.approvals.TaskSeat;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Replays.Replay;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.List;

/** Takes what people do with the questions of runs beside answering them; each act and each that is denied is recorded. */
public final class HandleTask {
    private static final int TRIES = 20;

    private final RunStore runs;
    private final TaskStore tasks;
    private final AuditLog audit;
    private final KnownApprovals approvals;
    private final Inputs inputs;
    private final InstantSource clock;
    private final ApprovalTasks rules = new ApprovalTasks();

    public HandleTask(
            RunStore runs,
            TaskStore tasks,
            AuditLog audit,
            KnownApprovals approvals,
            Inputs inputs,
            InstantSource clock) {
        this.runs = runs;
        this.tasks = tasks;
        this.audit = audit;
        this.approvals = approvals;
        this.inputs = inputs;
        this.clock = clock;
    }

    /**
     * Takes one act.
     *
     * @throws Problem of kind REFUSED where it is denied, with the name of who has the question where somebody has
     */
    public void act(String id, TaskAct act, String by) {
        int before = -1;
        for (int tries = 0; tries < TRIES; tries++) {
            Looked looked = tasks.atOneGo(() -> look(id));
            UserTask task = looked.task();
            RunRecord run = looked.run();
            Replay<FourEyesEvent, ApprovalState> standing = looked.standing();
            if (standing.past().size() == before) {
                break; // nobody else acted: it is refused for another reason
            }
            before = standing.past().size();
            mustBeOpen(task, run, by);
            List<FourEyesEvent> events = decided(looked, act, by);
            try {
                keep(task, run, by, standing, events);
                return;
            } catch (Problem changed) {
                if (changed.kind() != Problem.Kind.REFUSED) {
                    throw changed;
                }
            }
        }
        throw Problem.unavailable("Expected to keep what " + by + " did with " + id + ", but others act all the time");
    }

    /** All that it is decided by. */
    private record Looked(
            UserTask task,
            RunRecord run,
            Replay<FourEyesEvent, ApprovalState> standing,
            People people,
            ApprovalsNeeded needed) {}

    private Looked look(String id) {
        UserTask task = tasks.find(id).orElseThrow(() -> TaskId.unknown(id));
        RunRecord run = runs.find(task.run()).orElseThrow();
        Replay<FourEyesEvent, ApprovalState> standing = standing(run, task.kind());
        if (!task.open() || run.status().ended()) { // it is refused, whoever may belong to it
            return new Looked(task, run, standing, People.UNKNOWN, ApprovalsNeeded.ONE_CHECKER);
        }
        boolean demo = run.rehearsal() && task.kind() != TaskKind.RELEASE_DATA;
        return new Looked(task, run, standing, demo ? People.UNKNOWN : inputs.people(run.id()), needed(run));
    }

    private Replay<FourEyesEvent, ApprovalState> standing(RunRecord run, TaskKind kind) {
        try {
            return approvals.of(run.id(), kind);
        } catch (BrokenHistory broken) {
            throw ApprovalHistory.broken(run, broken, audit, clock.instant());
        }
    }

    private ApprovalsNeeded needed(RunRecord run) {
        try {
            return approvals.needed(run.id());
        } catch (BrokenHistory broken) {
            throw Proposals.altered(run, String.valueOf(broken.getMessage()), audit, clock.instant());
        }
    }

    private void mustBeOpen(UserTask task, RunRecord run, String by) {
        if (run.status().ended()) {
            throw denied(task, run, by, "Run " + run.id() + " has ended; nothing happens to its tasks any more");
        }
        if (!task.open()) {
            throw denied(
                    task,
                    run,
                    by,
                    "Task " + task.id() + " was already decided: " + task.word() + " by " + task.decidedBy());
        }
    }

    private List<FourEyesEvent> decided(Looked looked, TaskAct act, String by) {
        People people = looked.people();
        TaskSeat seat = TaskSeats.of(TaskId.of(looked.task().id()), looked.needed());
        TaskCommand command = switch (act) {
            case TaskAct.Claim(var version) -> new TaskCommand.Claim(seat, by, version, people);
            case TaskAct.GiveBack(String reason) -> new TaskCommand.GiveBack(seat, by, reason, people);
            case TaskAct.Ask(String text) -> new TaskCommand.Ask(seat, by, text, people);
            case TaskAct.Reply(String text) -> new TaskCommand.Reply(seat, by, text, people);
            case TaskAct.Delegate(String to, String reason) -> new TaskCommand.Delegate(seat, by, to, reason, people);
        };
        return switch (rules.decide(looked.standing().state(), command)) {
            case Decision.Accepted<FourEyesEvent>(var accepted) -> accepted;
            case Decision.Denied<FourEyesEvent>(Refusal refusal) ->
                throw denied(looked.task(), looked.run(), by, refusal.message());
        };
    }

    private Problem denied(UserTask task, RunRecord run, String by, String why) {
        String actor = PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper"; // nobody can be told
        audit.append(clock.instant(), actor, AuditAction.TASK_ACT_DENIED, task.id(), why, run.rehearsal());
        return Problem.refused(why);
    }

    private void keep(
            UserTask task,
            RunRecord run,
            String by,
            Replay<FourEyesEvent, ApprovalState> standing,
            List<FourEyesEvent> events) {
        TaskEvent event = (TaskEvent) events.getFirst();
        AuditAction action;
        String detail;
        switch (event) {
            case TaskEvent.Claimed _ -> {
                action = AuditAction.TASK_CLAIMED;
                detail = "";
            }
            case TaskEvent.GivenBack back -> {
                action = AuditAction.TASK_GIVEN_BACK;
                detail = back.reason();
            }
            case TaskEvent.Asked asked -> {
                action = AuditAction.MAKER_ASKED;
                detail = asked.text();
            }
            case TaskEvent.Replied replied -> {
                action = AuditAction.MAKER_REPLIED;
                detail = replied.text();
            }
            case TaskEvent.Delegated delegated -> {
                action = AuditAction.TASK_DELEGATED;
                detail = "to " + delegated.to() + (delegated.reason().isEmpty() ? "" : ": " + delegated.reason());
            }
            case TaskEvent.Shown _ -> throw new IllegalStateException("an answer alone says what was shown");
        }
        audit.append(
                clock.instant(),
                PersonName.shown(by),
                action,
                task.id(),
                detail,
                run.rehearsal(),
                standing.then(events));
    }
}
