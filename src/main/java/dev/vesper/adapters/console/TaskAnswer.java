package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.approvals.Answer;
import dev.vesper.desk.operations.Operations;

/** Says yes or no to a task; a no needs a reason. */
final class TaskAnswer implements PageForm {
    static String href(String task) {
        int slash = task.indexOf('/');
        return PagePath.ROOT + "tasks/" + PercentText.encoded(task.substring(0, slash)) + "/"
                + PercentText.encoded(task.substring(slash + 1)) + "/answer";
    }

    @Override
    public PagePath path() {
        return new PagePath("tasks/{subject}/{task}/answer");
    }

    @Override
    public Done give(Operations operations, Filled filled) {
        String task = filled.at("subject") + "/" + filled.at("task");
        Answer said = Answer.of(filled.text("answer"));
        operations.tasks().answer(task, said, said == Answer.REJECT ? filled.why() : filled.reason());
        return new Done.At(new TasksPage().path().href() + "#" + task.replace('/', '-'));
    }
}
