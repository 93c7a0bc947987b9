package dev.vesper.desk.approval;

import dev.vesper.approvals.PersonName;
import dev.vesper.desk.access.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A question with all that an inbox says of it.
 *
 * @param group whose people may say yes: the candidate group, which is the name of the inbox
 * @param needs what whoever answers must be allowed
 * @param candidates who could say yes by the firm's file as it was when the run was opened; it stays after the answer, and is
 *     empty where the firm named nobody
 * @param barred who can say yes no more: they, or somebody whom a delegation links to them, have answered
 * @param due when it is late; null where nothing says so
 * @param overdue whether it is open and was due before now
 * @param holder who looks after it, null where nobody does
 * @param maker who must reply to a checker, null where nobody asked
 * @param version how much happened to it; see {@link TaskAct.Claim}
 * @param shown short sum of all that is shown of it; an answer that repeats it is refused where something has changed
 * @param handled whether it can be taken, handed on and talked about
 * @param checks whether who answers checks what another person made, and may ask them
 * @param leavesOut whether whoever says yes to it may leave single orders out
 * @param history oldest first
 */
public record TaskCard(
        Question question,
        String group,
        Permission needs,
        List<String> candidates,
        List<String> barred,
        @Nullable Instant due,
        boolean overdue,
        @Nullable String holder,
        @Nullable String maker,
        int version,
        String shown,
        boolean handled,
        boolean checks,
        boolean leavesOut,
        List<TaskNote> history) {
    public TaskCard {
        candidates = List.copyOf(candidates);
        barred = List.copyOf(barred);
        history = List.copyOf(history);
    }

    /** Of a question that nothing happens to but its answer. */
    public static TaskCard plain(Question asked, String group) {
        return plain(asked, group, Permission.ANSWER_TASKS);
    }

    /** The same, of one that not everybody answers who answers others. */
    public static TaskCard plain(Question asked, String group, Permission needs) {
        return new TaskCard(
                asked,
                group,
                needs,
                List.of(),
                List.of(),
                null,
                /* overdue= */ false,
                null,
                null,
                0,
                ShownSum.of(asked).brief(),
                /* handled= */ false,
                /* checks= */ false,
                /* leavesOut= */ false,
                List.of());
    }

    /** The same, of which these can say yes no more. */
    public TaskCard barring(List<String> people) {
        return new TaskCard(
                question,
                group,
                needs,
                candidates,
                people,
                due,
                overdue,
                holder,
                maker,
                version,
                shown,
                handled,
                checks,
                leavesOut,
                history);
    }

    /** Whether it waits for a person of some groups: for their yes, or for their reply as the maker. */
    public boolean waitsFor(String person, Predicate<String> groups) {
        if (!question.open()) {
            return false;
        }
        if (maker != null && PersonName.same(maker, person)) {
            return true;
        }
        return takesYesOf(person) && (!candidates.isEmpty() || groups.test(group));
    }

    /** Whether nothing that is known here stands against a person's yes. */
    public boolean takesYesOf(String person) {
        return couldAnswer(person)
                && Optional.ofNullable(holder)
                        .filter(other -> !PersonName.same(other, person))
                        .isEmpty();
    }

    /** The same, whoever has it. */
    public boolean couldAnswer(String person) {
        return !any(barred, person) && (candidates.isEmpty() || any(candidates, person));
    }

    /**
     * Why an answer to something else than is shown now is refused, and how to see it anew; empty where it is not.
     *
     * @param sum that the answer repeats; empty where it repeats none
     */
    Optional<String> stale(String sum) {
        return ShownSum.of(question).stale(question.id(), sum);
    }

    private static boolean any(List<String> names, String name) {
        return names.stream().anyMatch(one -> PersonName.same(one, name));
    }
}
