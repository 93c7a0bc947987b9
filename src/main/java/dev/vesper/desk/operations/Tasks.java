package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.UserTask;
import java.util.List;

/** What people are asked, and their answers. */
public interface Tasks {
    /** Open ones first, then newest first, at most so many. */
    List<UserTask> newest(int most);

    /**
     * One task.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    UserTask show(TaskId task);

    /**
     * Takes the caller's answer, for good.
     *
     * @param reason why, for the audit; may be empty
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is denied: no named caller, the same person twice,
     *     already decided
     */
    UserTask answer(TaskId task, Answer answer, String reason);
}
