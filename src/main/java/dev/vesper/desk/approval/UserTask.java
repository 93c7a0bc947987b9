package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question to a person.
 *
 * @param id {@code <run>/<kind>}, for example {@code 2018-04-11-001/approve-trades}
 * @param question one line: what is asked and why
 * @param detail what the person should see before deciding, plain text of several lines
 * @param decision what the person said, or null while open
 */
public record UserTask(
        String id,
        RunId run,
        TaskKind kind,
        String question,
        String detail,
        Instant raisedAt,
        @Nullable Answer decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {
    /** What the person said in a word, {@code open} while nobody has. */
    public String word() {
        return decision == null ? "open" : decision.word();
    }

    /** The same with another question. */
    UserTask asking(String other) {
        return new UserTask(id, run, kind, other, detail, raisedAt, decision, decidedBy, decidedAt, reason);
    }

    /** Whether both ask in the very same words. */
    public boolean asksAs(UserTask other) {
        return question.equals(other.question) && detail.equals(other.detail);
    }

    public boolean open() {
        return decision == null;
    }
}
