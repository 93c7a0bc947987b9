package dev.vesper.desk.approval;

import dev.vesper.approvals.TaskEvent;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import java.util.List;
import java.util.Optional;

/**
 * The sum of what is shown of a question: its words, what they are bound to, and what was said about it. Who looks after it is
 * no part of it.
 *
 * @param hex 64 hex digits
 */
record ShownSum(String hex) {
    /** Of a question that is bound to its own words. */
    static ShownSum of(Question asked) {
        return of(asked.id(), asked.question(), asked.detail(), "", List.of());
    }

    /**
     * Of a question.
     *
     * @param bound the sum of what is asked about; empty where there is none
     * @param said between checkers and the maker, in order
     */
    static ShownSum of(String id, String question, String detail, String bound, List<TaskEvent> said) {
        FieldSum sum = new FieldSum();
        sum.add(id);
        sum.add(question);
        sum.add(detail);
        sum.add(bound);
        for (TaskEvent event : said) {
            switch (event) {
                case TaskEvent.Asked(String task, String by, String text) -> add(sum, "asked", task, by, text);
                case TaskEvent.Replied(String task, String by, String text) -> add(sum, "replied", task, by, text);
                case TaskEvent.Claimed _, TaskEvent.GivenBack _, TaskEvent.Delegated _, TaskEvent.Shown _ -> {
                    // nothing was said
                }
            }
        }
        return new ShownSum(sum.hex());
    }

    private static void add(FieldSum sum, String what, String task, String by, String text) {
        sum.add(what);
        sum.add(task);
        sum.add(by);
        sum.add(text);
    }

    /** The first digits, as a page and a command repeat them. */
    String brief() {
        return Sha256.shortened(hex);
    }

    /** Why an answer on another sum is not taken; empty where it is this one, or none is given. */
    Optional<String> stale(String task, String shown) {
        boolean fits = shown.isEmpty() || (shown.length() >= brief().length() && hex.startsWith(shown));
        return fits
                ? Optional.empty()
                : Optional.of("Expected an answer to what " + task + " shows now (" + brief()
                        + "), but it has changed since you opened it (" + Visible.line(shown)
                        + "); look at it anew: ./vesper tasks show " + task);
    }
}
