package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the processes of the runs ask people. */
public final class RunQuestions implements Questions {
    private final TaskStore tasks;
    private final Supplier<AnswerTask> answers;
    private final Supplier<LeftToAnswer> left;

    /**
     * Over the tasks.
     *
     * @param answers asked for with the first answer
     * @param left asked for with the first open task
     */
    public RunQuestions(TaskStore tasks, Supplier<AnswerTask> answers, Supplier<LeftToAnswer> left) {
        this.tasks = tasks;
        this.answers = answers;
        this.left = left;
    }

    @Override
    public List<Question> newest(int most) {
        return tasks.recent(most).stream().map(this::noted).toList();
    }

    @Override
    public List<Question> ofRun(RunId run) {
        return tasks.ofRun(run).stream().map(this::noted).toList();
    }

    @Override
    public Optional<Question> find(String id) {
        return tasks.find(id).map(this::noted);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason) {
        return Question.of(answers.get().decide(asked.id(), answer, by, reason));
    }

    /** With who is missing, where nobody is left to answer it. */
    private Question noted(UserTask task) {
        return Question.of(task.open() ? left.get().noted(task) : task);
    }
}
