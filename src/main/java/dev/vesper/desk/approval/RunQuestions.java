package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the processes of the runs ask people. */
public final class RunQuestions implements Questions {
    private final TaskStore tasks;
    private final Supplier<AnswerTask> answers;

    /** @param answers asked for with the first answer */
    public RunQuestions(TaskStore tasks, Supplier<AnswerTask> answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public List<Question> newest(int most) {
        return tasks.recent(most).stream().map(Question::of).toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return tasks.find(id).map(Question::of);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason) {
        return Question.of(answers.get().decide(asked.id(), answer, by, reason));
    }
}
