package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Inbox;
import dev.vesper.desk.operations.Operations;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The forms that take a task, give it back, hand it on, ask about it and reply. */
public final class TaskActs {
    public static final PagePath PATH = new PagePath("tasks/{subject}/{task}/{act}");

    private static final int LONGEST_VERSION = 6;

    private TaskActs() {}

    /**
     * Does what the form says.
     *
     * @param path the parts of the task's id, and the act
     * @param field the value of a field of the form, empty where there is none
     * @return where the task is shown
     * @throws Problem of kind INPUT where there is no such act, REFUSED where the caller may not do it
     */
    public static String give(Operations operations, Map<String, String> path, UnaryOperator<String> field) {
        String task = path.getOrDefault("subject", "") + "/" + path.getOrDefault("task", "");
        Inbox inbox = operations.inbox();
        switch (path.getOrDefault("act", "")) {
            case "claim" -> inbox.claim(task, version(field.apply("version")));
            case "give-back" -> inbox.giveBack(task, field.apply("reason"));
            case "ask" -> inbox.ask(task, field.apply("text"));
            case "reply" -> inbox.reply(task, field.apply("text"));
            case "delegate" -> inbox.delegate(task, field.apply("to"), field.apply("reason"));
            default ->
                throw Problem.usage("Expected claim, give-back, ask, reply or delegate, but got \""
                        + path.getOrDefault("act", "") + "\"");
        }
        return TaskLine.href(task);
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
