package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.Question;
import java.util.List;

/** What people are asked, by the runs and by the books, and their answers. */
public interface Tasks {
    /** The first of these pages. */
    default List<Question> newest(int most) {
        return newest("", most);
    }

    /**
     * Open ones first, then newest first, at most so many.
     *
     * @param after the {@link dev.vesper.desk.approval.TaskMark} of the last task of the page before; empty for the first page
     */
    List<Question> newest(String after, int most);

    /**
     * One task.
     *
     * @param task its id, for example {@code 2018-04-11-001/approve-trades}
     * @throws dev.vesper.basics.Problem of kind INPUT where it is unknown
     */
    Question show(String task);

    /**
     * Takes the caller's answer, for good.
     *
     * @param reason why, for the audit; may be empty
     * @param shown what the caller had before them, as {@link Inbox#card} tells it: where the task has changed since, the
     *     answer is refused; empty where the caller does not say
     * @throws dev.vesper.basics.Problem of kind REFUSED where it is denied: no named caller, the same person twice,
     *     somebody else has the task, already decided
     */
    default Question answer(String task, Answer answer, String reason, String shown) {
        return answer(task, answer, reason, shown, List.of());
    }

    /**
     * The same, without single orders: they are never sent, and the rest is what is proposed or approved.
     *
     * @param reason why; needed where orders are left out
     * @param without ids of orders of the run, with its id before them or without
     * @throws dev.vesper.basics.Problem of kind REFUSED as above, where the rules or the cash stand against the rest, where
     *     nothing would be left, and where somebody has approved the whole already; of kind INPUT where there is no such order, or no reason
     */
    Question answer(String task, Answer answer, String reason, String shown, List<String> without);
}
