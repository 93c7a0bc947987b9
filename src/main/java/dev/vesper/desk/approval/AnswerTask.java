package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalTasks;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.LeavingOut;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.approvals.TaskCommand;
import dev.vesper.approvals.TaskSeat;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks people, and takes their answers. In a rehearsal demo users answer for the trades; a breach of the data contract
 * always waits for a person.
 */
public final class AnswerTask implements UserTasks {
    private static final String REHEARSAL_MAKER = "rehearsal-maker";
    private static final String REHEARSAL_CHECKER = "rehearsal-checker";

    private final RunStore runs;
    private final TaskStore tasks;
    private final AuditLog audit;
    private final ApprovalHistory history;
    private final Proposals proposals;
    private final Inputs inputs;
    private final ApprovalTasks rules = new ApprovalTasks();
    private final Exceptions exceptions;
    private final TaskTexts texts;
    private final InstantSource clock;

    public AnswerTask(
            RunStore runs,
            TaskStore tasks,
            EventLog events,
            AuditLog audit,
            Proposals proposals,
            Inputs inputs,
            Exceptions exceptions,
            TaskTexts texts,
            InstantSource clock) {
        this.runs = runs;
        this.tasks = tasks;
        this.audit = audit;
        this.history = new ApprovalHistory(events, audit, clock);
        this.proposals = proposals;
        this.inputs = inputs;
        this.exceptions = exceptions;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> ask(RunId run, TaskKind kind, int step) {
        RunRecord record = runs.find(run).orElseThrow();
        if (record.status() == RunStatus.ABANDONED) {
            return Optional.of(Answer.REJECT);
        }
        if (kind != TaskKind.APPROVE_TRADES) {
            return waited(record, ask(record, new TaskId(run, kind)));
        }
        ApprovalsNeeded needed = needed(record);
        if (turnedDown(run, needed)) {
            return waited(
                    record, Optional.of(Answer.REJECT)); // who is asked beside or after it need not answer any more
        }
        Optional<Answer> all = Optional.of(Answer.APPROVE);
        for (ApprovalStep one : needed.at(step)) {
            Optional<Answer> said = ask(record, new TaskId(run, kind, one.number()));
            if (said.filter(answer -> answer == Answer.REJECT).isPresent()) {
                return waited(record, said);
            }
            all = said.isEmpty() ? said : all;
        }
        return waited(record, all);
    }

    /** Asks one question, and answers what a person said. */
    private Optional<Answer> ask(RunRecord run, TaskId id) {
        String name = id.toString();
        UserTask task = tasks.find(name).orElseGet(() -> {
            tasks.raise(texts.task(id, run, proposals.recorded(run), clock.instant()));
            return tasks.find(name).orElseThrow();
        });
        if (task.open() && run.rehearsal() && id.kind() != TaskKind.RELEASE_DATA) {
            try {
                task = decide(name, Answer.APPROVE, demo(id), "rehearsal");
            } catch (Problem refused) { // what was decided was altered: nobody is there to say no
                return Optional.of(Answer.REJECT);
            }
        }
        return Optional.ofNullable(task.decision());
    }

    private static String demo(TaskId id) {
        String checker = id.step() == 1 ? REHEARSAL_CHECKER : REHEARSAL_CHECKER + "-" + id.step();
        return id.kind() == TaskKind.PROPOSE_TRADES ? REHEARSAL_MAKER : checker;
    }

    /** Says in the run whether it waits for people. */
    private Optional<Answer> waited(RunRecord run, Optional<Answer> answer) {
        if (answer.isEmpty() && run.status() != RunStatus.WAITING) {
            runs.status(run.id(), RunStatus.WAITING);
        } else if (answer.isPresent() && run.status() == RunStatus.WAITING) {
            runs.status(run.id(), RunStatus.RUNNING);
        }
        return answer;
    }

    /** Whether somebody said no already, the maker or a checker. */
    private boolean turnedDown(RunId run, ApprovalsNeeded needed) {
        return Stream.concat(
                        Stream.of(new TaskId(run, TaskKind.PROPOSE_TRADES)),
                        needed.steps().stream().map(step -> new TaskId(run, TaskKind.APPROVE_TRADES, step.number())))
                .flatMap(id -> tasks.find(id.toString()).stream())
                .anyMatch(task -> task.decision() == Answer.REJECT);
    }

    /** What was recorded with the proposal; an older Vesper asked one checker. */
    private ApprovalsNeeded needed(RunRecord run) {
        return proposals.recorded(run).map(ProposalEvent.Decided::needed).orElse(ApprovalsNeeded.ONE_CHECKER);
    }

    /**
     * Takes a person's answer; one that is refused leaves a row of the audit too.
     *
     * @throws Problem of kind REFUSED where the run has ended, the same person would answer twice, does not belong to the group that is asked,
     *     the task is decided, or what would be approved is not what was decided
     */
    public UserTask decide(String id, Answer answer, String by, String reason) {
        return decide(id, answer, by, reason, "");
    }

    /**
     * Takes a person's answer to what was shown to them.
     *
     * @param shown short sum of it, as a {@link TaskCard} tells it; empty where that is not known
     * @throws Problem of kind REFUSED as above, and where the question has changed since
     */
    public UserTask decide(String id, Answer answer, String by, String reason, String shown) {
        return decide(id, answer, by, reason, shown, List.of());
    }

    /**
     * Takes a person's answer to what was shown to them, without single orders.
     *
     * @param without ids of orders that the person does not propose or approve; none for all of them
     * @throws Problem of kind REFUSED as above, and where the rules stand against the rest; of kind INPUT where there is no
     *     such order, or no reason
     */
    public UserTask decide(String id, Answer answer, String by, String reason, String shown, List<String> without) {
        for (int others = 0; others <= ApprovalStep.MOST; others++) { // as many as may have answered a moment before
            Optional<UserTask> decided = attempt(id, answer, by, reason, shown, without);
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        throw Problem.unavailable(
                "Expected to keep the answer to " + id + ", but others answer all the time; try again");
    }

    /** Decides by what is stored now; empty where that changed before the answer was kept. */
    private Optional<UserTask> attempt(
            String id, Answer answer, String by, String reason, String shown, List<String> asked) {
        UserTask task = tasks.find(id).orElseThrow(() -> TaskId.unknown(id));
        RunRecord run = runs.find(task.run()).orElseThrow();
        if (run.status().ended()) {
            throw denied(run, id, by, "Run " + run.id() + " has ended; its tasks take no more answers");
        }
        if (!task.open()) {
            throw denied(
                    run, id, by, "Task " + id + " was already decided: " + task.word() + " by " + task.decidedBy());
        }
        // in a rehearsal demo users answer, whom no firm names
        People people =
                run.rehearsal() && task.kind() != TaskKind.RELEASE_DATA ? People.UNKNOWN : inputs.people(run.id());
        ApprovalHistory.Standing standing = history.of(run, task.kind());
        TaskId which = TaskId.of(id);
        TaskSeat seat = TaskSeats.of(which, needed(run));
        ShownSum sum = TaskCards.shown(task, proposals.recorded(run), standing.state());
        sum.stale(id, shown).ifPresent(why -> {
            throw denied(run, id, by, why);
        });
        String seen = shown.isEmpty() ? "" : sum.hex();
        List<String> without = without(task, run, answer, reason, asked);
        FourEyesState state = standing.state().answers();
        TaskCommand command = task.kind() == TaskKind.RELEASE_DATA
                ? new TaskCommand.Decide(seat, answer == Answer.APPROVE, by, seen, people)
                : new TaskCommand.Answer(seat, command(which, run, state, answer, by, reason, people, without), seen);
        Decision<FourEyesEvent> decision = rules.decide(standing.state(), command);
        List<FourEyesEvent> events = switch (decision) {
            case Decision.Accepted<FourEyesEvent>(var accepted) -> accepted;
            case Decision.Denied<FourEyesEvent>(Refusal refusal) -> throw denied(run, id, by, refusal.message());
        };
        exceptions
                .against(run, state, without)
                .ifPresent(
                        why -> { // last: it takes longest
                            throw denied(run, id, by, why);
                        });
        boolean kept = tasks.decide(
                task, answer, PersonName.shown(by), clock.instant(), reason, run.rehearsal(), standing.then(events));
        if (!kept) {
            mustAskTheSame(run, task, sum, by);
        }
        return kept ? tasks.find(id) : Optional.empty();
    }

    /** An answer is decided again where others answered beside it, never where the question itself became another one. */
    private void mustAskTheSame(RunRecord run, UserTask answered, ShownSum sum, String by) {
        UserTask now = tasks.find(answered.id()).orElseThrow();
        if (now.open() && !now.asksAs(answered)) {
            TaskCards.shown(
                            now,
                            proposals.recorded(run),
                            history.of(run, now.kind()).state())
                    .stale(now.id(), sum.brief())
                    .ifPresent(why -> {
                        throw denied(run, now.id(), by, why);
                    });
        }
    }

    private Problem denied(RunRecord run, String id, String by, String why) {
        String actor = PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper"; // nobody can be told
        audit.append(clock.instant(), actor, AuditAction.DECISION_DENIED, id, why, run.rehearsal());
        return Problem.refused(why);
    }

    private FourEyesCommand command(
            TaskId task,
            RunRecord run,
            FourEyesState state,
            Answer answer,
            String by,
            String reason,
            People people,
            List<String> without) {
        if (answer == Answer.REJECT) {
            return task.kind() == TaskKind.PROPOSE_TRADES
                    ? new FourEyesCommand.Decline(by, reason, people)
                    : new FourEyesCommand.Reject(by, reason, people);
        }
        ProposalEvent.Decided decided = proposals.unaltered(run);
        String sum = decided.proposal().without(Exceptions.left(state));
        LeavingOut leaving = exceptions.of(decided.proposal(), state, without, reason);
        return task.kind() == TaskKind.PROPOSE_TRADES
                ? new FourEyesCommand.Propose(by, sum, decided.needed(), people, leaving)
                : new FourEyesCommand.Approve(by, sum, task.step(), people, leaving);
    }

    /** Which orders are meant; only a yes to trades leaves any out. */
    private List<String> without(UserTask task, RunRecord run, Answer answer, String reason, List<String> asked) {
        if (!asked.isEmpty() && (answer == Answer.REJECT || task.kind() == TaskKind.RELEASE_DATA)) {
            throw Problem.usage("Expected single orders to be left out of trades that are proposed or approved, but "
                    + (answer == Answer.REJECT ? "a no is to all of them" : task.id() + " asks about no trades"));
        }
        if (!asked.isEmpty() && reason.isBlank()) {
            throw Problem.usage("Expected a reason to leave out " + Counted.of(asked.size(), "order")
                    + ", but there is none; it stands beside each of them");
        }
        return exceptions.named(run, asked);
    }
}
