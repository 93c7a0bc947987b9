package dev.vesper.desk.approval;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one question: a run asks one of each kind, and one for each approval that its proposal needs, for example {@code
 * 2018-04-11-001/approve-trades} and {@code 2018-04-11-001/approve-trades-2}.
 *
 * @param step number of the approval, 1 of every other question
 */
public record TaskId(RunId run, TaskKind kind, int step) {
    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+)-([1-9][0-9]{0,2})");

    /** Names the first of its kind, or the only one. */
    public TaskId(RunId run, TaskKind kind) {
        this(run, kind, 1);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws Problem of kind INPUT where it is something else
     */
    public static TaskId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw unknown(text);
        }
        try {
            return of(new RunId(text.substring(0, slash)), text.substring(slash + 1));
        } catch (IllegalArgumentException notARun) {
            throw unknown(text);
        }
    }

    /**
     * Reads what {@link #word} wrote.
     *
     * @throws Problem of kind INPUT where it is something else
     */
    public static TaskId of(RunId run, String word) {
        Matcher numbered = NUMBERED.matcher(word);
        if (!numbered.matches()) {
            return new TaskId(run, TaskKind.of(word));
        }
        TaskKind kind = TaskKind.of(numbered.group(1));
        int step = Integer.parseInt(numbered.group(2));
        if (step == 1 || kind != TaskKind.APPROVE_TRADES) {
            throw unknown(run + "/" + word);
        }
        return new TaskId(run, kind, step);
    }

    /** Said of a task that is not there. */
    public static Problem unknown(String text) {
        return Problem.unknown("Expected a task, but \"" + text + "\" is unknown; ./vesper tasks list shows them");
    }

    /** The question without its run: {@code approve-trades-2}. */
    public String word() {
        return step == 1 ? kind.word() : kind.word() + "-" + step;
    }

    @Override
    public String toString() {
        return run + "/" + word();
    }
}
