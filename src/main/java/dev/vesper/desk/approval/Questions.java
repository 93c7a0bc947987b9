package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one part of the business asks people. */
public interface Questions {
    /** More than any firm has open. */
    int MOST = 2_000;

    /** Open ones first, then the newest. */
    Comparator<Question> OPEN_FIRST = Comparator.comparing(Question::open)
            .thenComparing(Question::raisedAt)
            .thenComparing(Question::id)
            .reversed();

    /** Open ones first, then newest first, at most so many. */
    List<Question> newest(int most);

    /** The same behind the place where a page ended. */
    default List<Question> newest(TaskMark after, int most) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(after::before)
                .limit(most)
                .toList();
    }

    /** Those that nobody has answered, however many. */
    default List<Question> open() {
        return newest(MOST).stream().filter(Question::open).toList();
    }

    /** All that a run asks or asked, by id. */
    default List<Question> ofRun(RunId run) {
        return List.of();
    }

    /** The same of several runs; one that asked nothing may be left out. */
    default Map<RunId, List<Question>> ofRuns(Collection<RunId> runs) {
        return runs.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ofRun));
    }

    /**
     * One by its id; empty where it is none of these.
     *
     * @throws Problem of kind INPUT where the id may mean two of them
     */
    Optional<Question> find(String id);

    /** The same for who does something with it, without what only people read: whether anybody is left to answer it. */
    default Optional<Question> known(String id) {
        return find(id);
    }

    /** Whether a question that no run asks is one of a rehearsal. */
    default boolean rehearsal(Question asked) {
        return false;
    }

    /** What somebody must be allowed who answers it. */
    default Permission needs(Question asked) {
        return Permission.ANSWER_TASKS;
    }

    /**
     * Takes a person's answer to one of these, for good.
     *
     * @param reason why, for the audit; may be empty
     * @param shown short sum of what the person had before them, as the {@link TaskCard} tells it; empty where that is not
     *     known
     * @throws Problem of kind REFUSED where it is denied: the same person twice, already decided, changed since it was shown
     */
    Question answer(Question asked, Answer answer, String by, String reason, String shown);

    /**
     * The same, without single orders of what is asked about.
     *
     * @param without their ids; none for all of it
     * @throws Problem of kind INPUT where nothing can be left out of it
     */
    default Question answer(
            Question asked, Answer answer, String by, String reason, String shown, List<String> without) {
        if (!without.isEmpty()) {
            throw Problem.usage("Expected a question about the trades of a run to leave orders out of, but "
                    + asked.id() + " is none");
        }
        return answer(asked, answer, by, reason, shown);
    }

    /** All that an inbox says of one of these. */
    TaskCard card(Question asked);

    /** The same of several, in their order. */
    default List<TaskCard> cards(List<Question> asked) {
        return asked.stream().map(this::card).toList();
    }

    /** Why an answer to what was shown comes too late; empty where that is what is asked now, or is looked at with the answer. */
    default Optional<String> stale(Question asked, String shown) {
        return card(asked).stale(shown);
    }

    /**
     * Takes what a person does with one of these beside answering it.
     *
     * @throws Problem of kind REFUSED where it is denied, or nothing can be done with it but to answer it
     */
    default TaskCard act(Question asked, TaskAct act, String by) {
        throw Problem.refused("Expected a question of a run to be taken, handed on or asked about, but " + asked.id()
                + " can only be answered");
    }
}
