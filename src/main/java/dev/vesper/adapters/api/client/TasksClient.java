package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.TaskResources;
import dev.vesper.approvals.Answer;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.operations.Tasks;
import java.util.List;

/** What people are asked of a Vesper that runs elsewhere. */
record TasksClient(Transport http) implements Tasks {
    @Override
    public List<Question> newest(String after, int most) {
        return http.send(TaskResources.NEWEST, new TaskResources.Newest(after, most));
    }

    @Override
    public Question show(String task) {
        TaskPath path = TaskPath.of(task);
        return http.send(TaskResources.SHOW, new TaskResources.Which(path.subject(), path.task()));
    }

    @Override
    public Question answer(String task, Answer answer, String reason, String shown, List<String> without) {
        TaskPath path = TaskPath.of(task);
        return http.send(
                TaskResources.ANSWER,
                new TaskResources.AnswerTo(path.subject(), path.task(), answer, reason, shown, without));
    }
}
