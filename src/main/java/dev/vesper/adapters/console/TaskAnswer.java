package dev.vesper.adapters.console;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import java.util.Map;

/** The form that says yes or no to a task. */
public final class TaskAnswer {
    public static final PagePath PATH = new PagePath("tasks/{subject}/{task}/answer");
    private static final int LONGEST_REASON = 500;

    private TaskAnswer() {}

    static String href(String task) {
        return TaskLine.href(task) + "/answer";
    }

    /** Where the task of a form is shown as it is now; the path is the form's own. */
    public static String again(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    /**
     * Gives the caller's answer.
     *
     * @param path the parts of the task's id
     * @param answer approve or reject
     * @param reason why; a no needs one
     * @param shown what the page showed
     * @return where the answered task is shown
     * @throws Problem of kind INPUT where the form is not filled in, REFUSED where the caller may not say this
     */
    public static String give(
            Operations operations, Map<String, String> path, String answer, String reason, String shown) {
        String task = path.getOrDefault("subject", "") + "/" + path.getOrDefault("task", "");
        Answer said = Answer.of(answer);
        if (said == Answer.REJECT && reason.isBlank()) {
            throw Problem.usage("Expected a reason for the no, so that others know what to change, but there is none");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Problem.usage(
                    "Expected a reason of at most " + LONGEST_REASON + " characters, but it has " + reason.length());
        }
        if (shown.isBlank()) {
            throw Problem.usage("Expected the sum of what the page showed, but the form holds none; open it anew");
        }
        operations.tasks().answer(task, said, reason, shown);
        return TaskLine.href(task);
    }
}
