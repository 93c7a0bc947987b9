package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskCard;
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
 * @param approves whether the caller's yes could be taken: nobody else has it, and they have not answered already
 * @param needs the word of what must be allowed to who answers
 * @param byCommand whether a command answers, since who looks did not sign in
 * @param approve the command that says yes
 * @param reject the command that says no
 * @param group whose inbox it is in
 * @param due when it is late, or empty
 * @param holder who looks after it, or empty
 * @param shown short sum of what is shown, which the answer repeats
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
        String group,
        String due,
        boolean overdue,
        String holder,
        String question,
        List<String> detail,
        String raised,
        String shown,
        String answerHref,
        boolean approves,
        String needs,
        boolean byCommand,
        String approve,
        String reject,
        String answer,
        Tone tone,
        String by,
        String at,
        String reason) {
    public static TaskLine of(TaskCard card, Caller caller) {
        Question task = card.question();
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
                card.group(),
                card.due() == null ? "" : Numbers.stamp(card.due()),
                card.overdue(),
                Objects.requireNonNullElse(card.holder(), ""),
                task.question(),
                task.detail().lines().toList(),
                Numbers.stamp(task.raisedAt()),
                card.shown(),
                mayAnswer(card, caller) ? href(task.id()) + "/answer" : "",
                caller.person().filter(card::takesYesOf).isPresent(),
                card.needs().word(),
                !(caller instanceof SignedIn),
                command("approve", task, card.shown(), caller),
                command("reject", task, card.shown(), caller),
                word(task),
                tone(task),
                Objects.requireNonNullElse(task.decidedBy(), ""),
                decided == null ? "" : Numbers.stamp(decided),
                task.ended().isEmpty() ? task.reason() : task.ended());
    }

    /** Where a task is shown whole. */
    static String href(String task) {
        int slash = task.indexOf('/');
        return PagePath.ROOT + "tasks/" + PercentText.encoded(task.substring(0, slash)) + "/"
                + PercentText.encoded(task.substring(slash + 1));
    }

    private static String anchor(String task) {
        return task.replace('/', '-');
    }

    /** Who may is decided behind the operations; nobody is shown a button that never works. */
    private static boolean mayAnswer(TaskCard card, Caller caller) {
        return card.question().open() && caller instanceof SignedIn && caller.may(card.needs());
    }

    private static String command(String verb, Question task, String shown, Caller caller) {
        String name = Words.name(caller);
        return "./vesper tasks " + verb + " " + task.id() + " --shown " + shown + " --as " + name;
    }

    private static String word(Question task) {
        return switch (task.decision()) {
            case null -> task.word();
            case APPROVE -> "approved";
            case REJECT -> "rejected";
        };
    }

    private static Tone tone(Question task) {
        return switch (task.decision()) {
            case null -> task.open() ? Tone.WARN : Tone.QUIET;
            case APPROVE -> Tone.GOOD;
            case REJECT -> Tone.BAD;
        };
    }

    /** How being late is coloured. */
    public Tone late() {
        return Tone.BAD;
    }
}
