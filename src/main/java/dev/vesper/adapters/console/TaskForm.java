package dev.vesper.adapters.console;

import dev.vesper.desk.operations.Operations;

/**
 * A form about one task, which leads back to its page.
 *
 * @param act the last part of its path, for example {@code claim}
 */
record TaskForm(String act, Act does) implements PageForm {
    /** What a form about a task does. */
    @FunctionalInterface
    interface Act {
        void on(Operations operations, String task, Filled filled);
    }

    @Override
    public PagePath path() {
        return new PagePath("tasks/{subject}/{task}/" + act);
    }

    @Override
    public String again(Filled filled) {
        return TaskLine.href(task(filled));
    }

    @Override
    public Done give(Operations operations, Filled filled) {
        does.on(operations, task(filled), filled);
        return new Done.At(again(filled));
    }

    private static String task(Filled filled) {
        return filled.at("subject") + "/" + filled.at("task");
    }
}
