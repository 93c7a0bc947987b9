package dev.vesper.adapters.api;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.UserTask;
import java.util.List;

/** What people are asked, over HTTP. */
public final class TaskResources {
    /** How many of the newest. */
    public record Newest(@Otherwise("200") int most) {}

    /**
     * Which task.
     *
     * @param task the question without its run, for example {@code approve-trades} or {@code approve-trades-2}
     */
    public record Which(RunId run, String task) {}

    /** A person's answer. */
    public record AnswerTo(
            RunId run,
            String task,
            Answer answer,
            @Otherwise("") String reason) {}

    public static final Resource<Newest, List<UserTask>> NEWEST = Resource.get(
            "/api/tasks",
            "What people are asked: open tasks first, then the newest.",
            Newest.class,
            Answers.list(UserTask.class),
            (operations, q) -> operations.tasks().newest(q.most()));

    public static final Resource<Which, UserTask> SHOW = Resource.get(
            "/api/tasks/{run}/{task}",
            "One task.",
            Which.class,
            Answers.one(UserTask.class),
            (operations, q) -> operations.tasks().show(TaskId.of(q.run(), q.task())));

    public static final Resource<AnswerTo, UserTask> ANSWER = Resource.post(
            "/api/tasks/{run}/{task}/answer",
            "Takes the caller's answer, for good.",
            AnswerTo.class,
            Answers.one(UserTask.class),
            (operations, q) -> operations.tasks().answer(TaskId.of(q.run(), q.task()), q.answer(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(NEWEST, SHOW, ANSWER);

    private TaskResources() {}
}
