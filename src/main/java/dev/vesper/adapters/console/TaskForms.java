package dev.vesper.adapters.console;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Operations;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Says yes or no to a task, takes it, gives it back, hands it on, asks about it and replies. */
final class TaskForms {
    static final List<PageForm> ALL = List.of(
            new TaskForm("answer", TaskForms::answer),
            new TaskForm(
                    "claim",
                    (operations, task, filled) -> operations.inbox().claim(task, version(filled.text("version")))),
            new TaskForm(
                    "give-back",
                    (operations, task, filled) -> operations.inbox().giveBack(task, filled.reason())),
            new TaskForm("ask", (operations, task, filled) -> operations.inbox().ask(task, filled.text("text"))),
            new TaskForm(
                    "reply", (operations, task, filled) -> operations.inbox().reply(task, filled.text("text"))),
            new TaskForm(
                    "delegate",
                    (operations, task, filled) ->
                            operations.inbox().delegate(task, filled.text("to"), filled.reason())));

    private static final int LONGEST_VERSION = 6;

    private TaskForms() {}

    /** A no needs a reason; either is bound to what the page showed. */
    private static void answer(Operations operations, String task, Filled filled) {
        Answer said = Answer.of(filled.text("answer"));
        String reason = said == Answer.REJECT ? filled.why() : filled.reason();
        if (filled.text("shown").isBlank()) {
            throw Problem.usage("Expected the sum of what the page showed, but the form holds none; open it anew");
        }
        operations
                .tasks()
                .answer(task, said, reason, filled.text("shown"), said == Answer.REJECT ? List.of() : without(filled));
    }

    /** What is ticked, and what is named beside: a page shows some of the orders only. A no is to all of them, ticked or not. */
    private static List<String> without(Filled filled) {
        return Stream.concat(
                        filled.all("without").stream(),
                        Arrays.stream(filled.text("also").split(",")))
                .map(String::strip)
                .filter(order -> !order.isEmpty())
                .toList();
    }

    private static OptionalInt version(String text) {
        boolean number = !text.isEmpty()
                && text.length() <= LONGEST_VERSION
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            throw Problem.usage("Expected the version of the task that was shown, but got \"" + text + "\"");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
