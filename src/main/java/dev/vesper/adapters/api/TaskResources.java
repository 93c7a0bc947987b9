package dev.vesper.adapters.api;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.TaskId;
import java.util.List;

/** What people are asked, over HTTP. */
public final class TaskResources {
    /** How many of the newest. */
    public record Newest(@Otherwise("200") int most) {}

    /** Which task. */
    public record Which(RunId run, TaskKind kind) {}

    /** A person's answer. */
    public record AnswerTo(
            RunId run,
            TaskKind kind,
            Answer answer,
            @Otherwise("") String reason) {}

    public static final Resource<Newest, List<UserTask>> NEWEST = Resource.get(
            "/api/tasks",
            "What people are asked: open tasks first, then the newest.",
            Newest.class,
            Answers.list(UserTask.class),
            (operations, q) -> operations.tasks().newest(q.most()));

    public static final Resource<Which, UserTask> SHOW = Resource.get(
            "/api/tasks/{run}/{kind}",
            "One task.",
            Which.class,
            Answers.one(UserTask.class),
            (operations, q) -> operations.tasks().show(new TaskId(q.run(), q.kind())));

    public static final Resource<AnswerTo, UserTask> ANSWER = Resource.post(
            "/api/tasks/{run}/{kind}/answer",
            "Takes the caller's answer, for good.",
            AnswerTo.class,
            Answers.one(UserTask.class),
            (operations, q) -> operations.tasks().answer(new TaskId(q.run(), q.kind()), q.answer(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(NEWEST, SHOW, ANSWER);

    private TaskResources() {}
}
