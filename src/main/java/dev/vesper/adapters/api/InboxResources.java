package dev.vesper.adapters.api;

import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.operations.InboxCounts;
import dev.vesper.desk.operations.TaskFilter;
import java.util.List;
import java.util.OptionalInt;

/** Whose tasks are, and what people do with them beside answering, over HTTP. */
public final class InboxResources {
    /** Nothing but who asks. */
    public record Nothing() {}

    /**
     * Which tasks.
     *
     * @param whose {@code mine} or {@code all}
     * @param state {@code open}, {@code overdue} or {@code answered}
     * @param group one inbox; empty for all
     */
    public record Which(
            @Otherwise("mine") TaskFilter.Whose whose,
            @Otherwise("open") TaskFilter.State state,
            @Otherwise("") String group,
            @Otherwise("0") int from,
            @Otherwise("200") int most) {}

    /**
     * One task; the two parts of its id.
     *
     * @param subject what it is about, a run or a flow
     * @param task the question, for example {@code approve-trades-2}
     */
    public record One(String subject, String task) {
        String id() {
            return subject + "/" + task;
        }
    }

    /**
     * A task that the caller takes.
     *
     * @param version as the caller saw it; -1 where they did not look
     */
    public record Claim(
            String subject, String task, @Otherwise("-1") int version) {}

    /** A task that is given back. */
    public record GiveBack(
            String subject, String task, @Otherwise("") String reason) {}

    /** What is asked, or replied. */
    public record Text(String subject, String task, String text) {}

    /**
     * Whom a task is handed to.
     *
     * @param to the name, letter for letter
     */
    public record Delegate(
            String subject,
            String task,
            String to,
            @Otherwise("") String reason) {}

    public static final Resource<Which, List<TaskCard>> TASKS = Resource.get(
            "/api/v1/inbox",
            "Tasks by whose they are, the most urgent first.",
            Which.class,
            Answers.list(TaskCard.class),
            (operations, q) ->
                    operations.inbox().tasks(new TaskFilter(q.whose(), q.state(), q.group()), q.from(), q.most()));

    public static final Resource<Nothing, InboxCounts> COUNTS = Resource.get(
            "/api/v1/inbox-counts",
            "How much waits, for the caller and in each inbox.",
            Nothing.class,
            Answers.one(InboxCounts.class),
            (operations, _) -> operations.inbox().counts());

    public static final Resource<One, TaskCard> CARD = Resource.get(
            "/api/v1/inbox/{subject}/{task}",
            "All there is to see of one task: whose it is, when it is due, who has it, its history, and the short sum of what"
                    + " is shown, which an answer repeats.",
            One.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations.inbox().card(q.id()));

    public static final Resource<Claim, TaskCard> CLAIM = Resource.post(
            "/api/v1/inbox/{subject}/{task}/claim",
            "The caller looks after a task; refused with a name where somebody has it.",
            Claim.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations
                    .inbox()
                    .claim(
                            id(q.subject(), q.task()),
                            q.version() < 0 ? OptionalInt.empty() : OptionalInt.of(q.version())));

    public static final Resource<GiveBack, TaskCard> GIVE_BACK = Resource.post(
            "/api/v1/inbox/{subject}/{task}/give-back",
            "Nobody looks after a task any more; who takes it from somebody else says why.",
            GiveBack.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations.inbox().giveBack(id(q.subject(), q.task()), q.reason()));

    public static final Resource<Text, TaskCard> ASK = Resource.post(
            "/api/v1/inbox/{subject}/{task}/ask",
            "A checker asks the maker something; the task stays open.",
            Text.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations.inbox().ask(id(q.subject(), q.task()), q.text()));

    public static final Resource<Text, TaskCard> REPLY = Resource.post(
            "/api/v1/inbox/{subject}/{task}/reply",
            "The maker replies to what a checker asked.",
            Text.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations.inbox().reply(id(q.subject(), q.task()), q.text()));

    public static final Resource<Delegate, TaskCard> DELEGATE = Resource.post(
            "/api/v1/inbox/{subject}/{task}/delegate",
            "Hands a task on to another person who may answer it; the two then count as one.",
            Delegate.class,
            Answers.one(TaskCard.class),
            (operations, q) -> operations.inbox().delegate(id(q.subject(), q.task()), q.to(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(TASKS, COUNTS, CARD, CLAIM, GIVE_BACK, ASK, REPLY, DELEGATE);

    private InboxResources() {}

    private static String id(String subject, String task) {
        return subject + "/" + task;
    }
}
