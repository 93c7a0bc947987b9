package dev.vesper.adapters.api;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskMark;
import java.util.List;
import java.util.Map;

/** What people are asked, over HTTP. */
public final class TaskResources {
    /** After where a page ended, as its link says, and how many. */
    public record Newest(
            @Otherwise("") String after, @Otherwise("200") int most) {}

    /**
     * Which task; the two parts of its id.
     *
     * @param subject what it is about, a run or a flow
     * @param task the question, for example {@code approve-trades}, {@code approve-trades-2} or {@code approve-flow}
     */
    public record Which(String subject, String task) {}

    /**
     * A person's answer.
     *
     * @param shown what the person had before them, as the task's card tells it: a task that has changed since takes no answer
     * @param without ids of orders that the person leaves out of the trades, for the reason given; the rest is judged again
     */
    public record AnswerTo(
            String subject,
            String task,
            Answer answer,
            @Otherwise("") String reason,
            @Otherwise("") String shown,
            @Otherwise("") List<String> without) {
        public AnswerTo {
            without = List.copyOf(without);
        }
    }

    public static final Resource<Newest, List<Question>> NEWEST = Resource.get(
                    "/api/v1/tasks",
                    "What people are asked, by the runs and the books: open tasks first, then the newest.",
                    Newest.class,
                    Answers.list(Question.class),
                    (operations, q) -> operations.tasks().newest(q.after(), q.most()))
            .pages(Question.class, last -> Map.of("after", TaskMark.of(last).toString()));

    public static final Resource<Which, Question> SHOW = Resource.get(
            "/api/v1/tasks/{subject}/{task}",
            "One task.",
            Which.class,
            Answers.one(Question.class),
            (operations, q) -> operations.tasks().show(q.subject() + "/" + q.task()));

    public static final Resource<AnswerTo, Question> ANSWER = Resource.post(
                    "/api/v1/tasks/{subject}/{task}/answer",
                    "Takes the caller's answer, for good; with shown of the task's card, only where nothing has"
                            + " changed since.",
                    AnswerTo.class,
                    Answers.one(Question.class),
                    (operations, q) -> operations
                            .tasks()
                            .answer(q.subject() + "/" + q.task(), q.answer(), q.reason(), q.shown(), q.without()))
            .changes(SHOW);

    static final List<Resource<?, ?>> ALL = List.of(NEWEST, SHOW, ANSWER);

    private TaskResources() {}
}
