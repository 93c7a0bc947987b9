package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;

/** Names one question: a run asks one of each kind, for example {@code 2018-04-11-001/approve-trades}. */
public record TaskId(RunId run, TaskKind kind) {
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
        RunId run;
        try {
            run = new RunId(text.substring(0, slash));
        } catch (IllegalArgumentException notARun) {
            throw unknown(text);
        }
        return new TaskId(run, TaskKind.of(text.substring(slash + 1)));
    }

    /** Said of a task that is not there. */
    static Problem unknown(String text) {
        return Problem.usage("Expected a task, but \"" + text + "\" is unknown; ./vesper tasks list shows them");
    }

    @Override
    public String toString() {
        return run + "/" + kind.word();
    }
}
