package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks people, and takes their answers. In a rehearsal two demo users answer for the trades; a breach of the data contract
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
    private final FourEyes fourEyes = new FourEyes();
    private final TaskTexts texts;
    private final InstantSource clock;

    public AnswerTask(
            RunStore runs,
            TaskStore tasks,
            EventLog events,
            AuditLog audit,
            Proposals proposals,
            TaskTexts texts,
            InstantSource clock) {
        this.runs = runs;
        this.tasks = tasks;
        this.audit = audit;
        this.history = new ApprovalHistory(events, audit, clock);
        this.proposals = proposals;
        this.texts = texts;
        this.clock = clock;
    }

    public static String taskId(RunId run, TaskKind kind) {
        return run + "/" + kind.word();
    }

    @Override
    public Optional<Answer> ask(RunId run, TaskKind kind) {
        RunRecord record = runs.find(run).orElseThrow();
        if (record.status() == RunStatus.ABANDONED) {
            return Optional.of(Answer.REJECT);
        }
        String id = taskId(run, kind);
        UserTask task = tasks.find(id).orElseGet(() -> {
            tasks.raise(texts.task(id, record, kind, proposals.recorded(record), clock.instant()));
            return tasks.find(id).orElseThrow();
        });
        if (task.open() && record.rehearsal() && kind != TaskKind.RELEASE_DATA) {
            String by = kind == TaskKind.PROPOSE_TRADES ? REHEARSAL_MAKER : REHEARSAL_CHECKER;
            try {
                task = decide(id, Answer.APPROVE, by, "rehearsal");
            } catch (Problem refused) { // what was decided was altered: nobody is there to say no
                return Optional.of(Answer.REJECT);
            }
        }
        Answer answer = task.decision();
        if (answer == null) {
            if (record.status() != RunStatus.WAITING) {
                runs.status(run, RunStatus.WAITING);
            }
            return Optional.empty();
        }
        if (record.status() == RunStatus.WAITING) {
            runs.status(run, RunStatus.RUNNING);
        }
        return Optional.of(answer);
    }

    /**
     * Takes a person's answer.
     *
     * @throws Problem of kind REFUSED where the same person would be maker and checker, the task is decided, or what would be
     *     approved is not what was decided
     */
    public UserTask decide(String id, Answer answer, String by, String reason) {
        UserTask task = tasks.find(id)
                .orElseThrow(() -> Problem.usage(
                        "Expected a task, but \"" + id + "\" is unknown; ./vesper tasks list shows them"));
        RunRecord run = runs.find(task.run()).orElseThrow();
        if (run.status().ended()) {
            throw Problem.refused("Run " + run.id() + " has ended; its tasks take no more answers");
        }
        if (!task.open()) {
            throw alreadyDecided(task);
        }
        // releasing data needs a named person, as proposing does, but is no part of the approval of trades
        boolean trades = task.kind() != TaskKind.RELEASE_DATA;
        ApprovalHistory.Standing standing = history.of(run);
        String proposal =
                trades && answer == Answer.APPROVE ? proposals.unaltered(run).sha256() : "";
        List<FourEyesEvent> events = switch (fourEyes.decide(
                standing.state(), command(task.kind(), answer, by, reason, proposal))) {
            case Decision.Accepted<FourEyesEvent>(var accepted) -> accepted;
            case Decision.Denied<FourEyesEvent>(Refusal refusal) -> {
                String actor = PersonName.refusal(by).isEmpty() ? PersonName.shown(by) : "vesper"; // nobody can be told
                audit.append(
                        clock.instant(), actor, AuditAction.DECISION_DENIED, id, refusal.message(), run.rehearsal());
                throw Problem.refused(refusal.message());
            }
        };
        if (!tasks.decide(
                id,
                answer,
                PersonName.shown(by),
                clock.instant(),
                reason,
                run.rehearsal(),
                standing.then(trades ? events : List.of()))) {
            throw alreadyDecided(tasks.find(id).orElseThrow());
        }
        return tasks.find(id).orElseThrow();
    }

    private static FourEyesCommand command(TaskKind kind, Answer answer, String by, String reason, String proposal) {
        return switch (kind) {
            case RELEASE_DATA -> new FourEyesCommand.Propose(by);
            case PROPOSE_TRADES ->
                answer == Answer.APPROVE
                        ? new FourEyesCommand.Propose(by, proposal)
                        : new FourEyesCommand.Decline(by, reason);
            case APPROVE_TRADES ->
                answer == Answer.APPROVE
                        ? new FourEyesCommand.Approve(by, proposal)
                        : new FourEyesCommand.Reject(by, reason);
        };
    }

    private static Problem alreadyDecided(UserTask task) {
        return Problem.refused(
                "Task " + task.id() + " was already decided: " + task.word() + " by " + task.decidedBy());
    }
}
