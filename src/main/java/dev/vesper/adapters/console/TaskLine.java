package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.killswitch.release.KillQuestions;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One question to a person as the pages write it.
 *
 * @param anchor names it within the page
 * @param run which asks, or empty where none does
 * @param proposalHref where all is that is asked about, or empty where no trades are
 * @param answerHref where a form with the answer goes, or empty where the caller may not answer here
 * @param byCommand whether a command answers, since who looks did not sign in
 * @param approve the command that says yes
 * @param reject the command that says no
 * @param detail what to see before answering, line by line
 * @param answer what was said, {@code open} while nobody has
 */
public record TaskLine(
        String id,
        String anchor,
        String href,
        String run,
        String runHref,
        String proposalHref,
        boolean open,
        String question,
        List<String> detail,
        String raised,
        String answerHref,
        boolean byCommand,
        String approve,
        String reject,
        String answer,
        Tone tone,
        String by,
        String at,
        String reason) {
    public static TaskLine of(Question task, Caller caller) {
        Instant decided = task.decidedAt();
        String run = task.run() == null ? "" : task.run().value();
        String anchor = anchor(task.id());
        return new TaskLine(
                task.id(),
                anchor,
                href(task.id()),
                run,
                run.isEmpty() ? "" : RunLine.href(run),
                task.trades() ? ProposalPage.href(run) : "",
                task.open(),
                task.question(),
                task.detail().lines().toList(),
                Numbers.stamp(task.raisedAt()),
                mayAnswer(task, caller) ? TaskAnswer.href(task.id()) : "",
                !(caller instanceof SignedIn),
                command("approve", task, caller),
                command("reject", task, caller),
                word(task),
                tone(task),
                Objects.requireNonNullElse(task.decidedBy(), ""),
                decided == null ? "" : Numbers.stamp(decided),
                task.reason());
    }

    /** Where a task is answered. */
    static String href(String task) {
        return new TasksPage().path().href() + "#" + anchor(task);
    }

    private static String anchor(String task) {
        return task.replace('/', '-');
    }

    /** Who may is decided behind the operations; nobody is shown a button that never works. */
    private static boolean mayAnswer(Question task, Caller caller) {
        Permission needed = KillQuestions.asks(task) ? Permission.STOP_TRADING : Permission.ANSWER_TASKS;
        return task.open() && caller instanceof SignedIn && caller.may(needed);
    }

    private static String command(String verb, Question task, Caller caller) {
        String name = Words.name(caller);
        return "./vesper tasks " + verb + " " + task.id() + " --as " + name;
    }

    private static String word(Question task) {
        return switch (task.decision()) {
            case null -> "open";
            case APPROVE -> "approved";
            case REJECT -> "rejected";
        };
    }

    private static Tone tone(Question task) {
        return switch (task.decision()) {
            case null -> Tone.WARN;
            case APPROVE -> Tone.GOOD;
            case REJECT -> Tone.BAD;
        };
    }
}
