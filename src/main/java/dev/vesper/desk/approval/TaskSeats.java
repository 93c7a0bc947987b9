package dev.vesper.desk.approval;

import dev.vesper.approvals.ApprovalStep;
import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.approvals.People;
import dev.vesper.approvals.TaskSeat;

/** Whose each question of a run is. */
final class TaskSeats {
    private TaskSeats() {}

    /** @param needed what the proposal needs, as it was recorded with it */
    static TaskSeat of(TaskId task, ApprovalsNeeded needed) {
        return switch (task.kind()) {
            case RELEASE_DATA -> new TaskSeat(task.word(), People.DATA_STEWARDS, /* checks= */ false);
            case PROPOSE_TRADES -> new TaskSeat(task.word(), People.MAKERS, /* checks= */ false);
            case APPROVE_TRADES ->
                new TaskSeat(
                        task.word(),
                        needed.steps().stream()
                                .filter(step -> step.number() == task.step())
                                .map(ApprovalStep::group)
                                .findFirst()
                                .orElse(ApprovalStep.CHECKERS),
                        /* checks= */ true);
        };
    }
}
