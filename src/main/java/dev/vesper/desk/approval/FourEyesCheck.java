package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesCommand;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.RunId;
import java.util.List;
import java.util.Optional;

/** Reads the answers of a run as commands of the four-eyes principle, and decides them again from the beginning. */
final class FourEyesCheck {
    private FourEyesCheck() {}

    /** Where the approval of a run's trades stands, or why its recorded answers cannot stand. */
    record Standing(FourEyesState state, Optional<Refusal> refusal) {}

    /** Why this answer to this task is denied, or empty. */
    static Optional<Refusal> refusal(TaskStore tasks, UserTask task, Answer answer, String by) {
        FourEyesState before = task.kind() == TaskKind.APPROVE_TRADES
                ? standing(tasks, task.run()).state()
                : FourEyesState.initial();
        // releasing data and withdrawing before a proposal need a named person, as proposing does
        FourEyesCommand command =
                task.kind() == TaskKind.APPROVE_TRADES ? command(answer, by, "") : new FourEyesCommand.Propose(by);
        return FourEyes.decide(before, command) instanceof Decision.Denied<FourEyesEvent>(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    static Standing standing(TaskStore tasks, RunId run) {
        FourEyesState state = FourEyesState.initial();
        for (TaskKind kind : List.of(TaskKind.PROPOSE_TRADES, TaskKind.APPROVE_TRADES)) {
            UserTask task = tasks.find(AnswerTask.taskId(run, kind)).orElse(null);
            if (task == null || task.decision() == null || task.decidedBy() == null) {
                return new Standing(state, Optional.empty());
            }
            if (kind == TaskKind.PROPOSE_TRADES && task.decision() == Answer.REJECT) {
                return new Standing(
                        new FourEyesState.Rejected(task.decidedBy(), task.decidedBy(), task.reason()),
                        Optional.empty());
            }
            FourEyesCommand command = kind == TaskKind.PROPOSE_TRADES
                    ? new FourEyesCommand.Propose(task.decidedBy())
                    : command(task.decision(), task.decidedBy(), task.reason());
            switch (FourEyes.decide(state, command)) {
                case Decision.Denied<FourEyesEvent>(Refusal refusal) -> {
                    return new Standing(state, Optional.of(refusal));
                }
                case Decision.Accepted<FourEyesEvent>(var events) -> {
                    for (FourEyesEvent event : events) {
                        state = FourEyes.apply(state, event);
                    }
                }
            }
        }
        return new Standing(state, Optional.empty());
    }

    private static FourEyesCommand command(Answer answer, String by, String reason) {
        return switch (answer) {
            case APPROVE -> new FourEyesCommand.Approve(by);
            case REJECT -> new FourEyesCommand.Reject(by, reason);
        };
    }
}
