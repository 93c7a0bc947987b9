package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked, whichever part of the business asks.
 *
 * @param id for example {@code 2018-04-11-001/approve-trades} or {@code D-17/approve-flow}
 * @param kind the last part of it
 * @param run the run that asks; null where none does
 * @param question one line: what is asked and why
 * @param detail what the person should see before deciding, plain text of several lines
 * @param raisedAt since when it waits, or waited
 * @param decision what the person said, null while open
 * @param reason why, as the person said; may be empty
 * @param ended why nobody is asked any more, for example that its run was closed; empty while somebody is, or after an answer
 */
public record Question(
        String id,
        String kind,
        @Nullable RunId run,
        String question,
        String detail,
        Instant raisedAt,
        @Nullable Answer decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        String ended) {
    /** One that is asked, or was answered. */
    public Question(
            String id,
            String kind,
            @Nullable RunId run,
            String question,
            String detail,
            Instant raisedAt,
            @Nullable Answer decision,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String reason) {
        this(id, kind, run, question, detail, raisedAt, decision, decidedBy, decidedAt, reason, "");
    }

    /** The same with what a person said. */
    public Question answered(Answer said, String by, Instant at, String why) {
        return new Question(id, kind, run, question, detail, raisedAt, said, by, at, why);
    }

    /** The same, which nobody is asked any more. */
    public Question ended(String why) {
        return new Question(id, kind, run, question, detail, raisedAt, decision, decidedBy, decidedAt, reason, why);
    }

    /** The question of a run's task. */
    public static Question of(UserTask task) {
        return new Question(
                task.id(),
                task.id().substring(task.id().indexOf('/') + 1),
                task.run(),
                task.question(),
                task.detail(),
                task.raisedAt(),
                task.decision(),
                task.decidedBy(),
                task.decidedAt(),
                task.reason());
    }

    /** What the person said in a word, {@code open} while nobody has, {@code ended} where nobody is asked any more. */
    public String word() {
        if (decision != null) {
            return decision.word();
        }
        return ended.isEmpty() ? "open" : "ended";
    }

    /** Whether somebody is asked, and has not answered. */
    public boolean open() {
        return decision == null && ended.isEmpty();
    }

    /** Whether a run's trades are what is asked about. */
    public boolean trades() {
        return run != null
                && (kind.equals(TaskKind.PROPOSE_TRADES.word()) || kind.startsWith(TaskKind.APPROVE_TRADES.word()));
    }
}
