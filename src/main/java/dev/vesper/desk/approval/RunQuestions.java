package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the processes of the runs ask people. */
public final class RunQuestions implements Questions {
    private final RunStore runs;
    private final TaskStore tasks;
    private final Supplier<AnswerTask> answers;
    private final Supplier<HandleTask> acts;
    private final Supplier<LeftToAnswer> left;
    private final Supplier<TaskCards> cards;

    /**
     * Over the tasks; everything else is asked for when it is first needed.
     *
     * @param answers take answers
     * @param acts take what else people do with a task
     * @param left finds open tasks that nobody is left for
     */
    public RunQuestions(
            RunStore runs,
            TaskStore tasks,
            Supplier<AnswerTask> answers,
            Supplier<HandleTask> acts,
            Supplier<LeftToAnswer> left,
            Supplier<TaskCards> cards) {
        this.runs = runs;
        this.tasks = tasks;
        this.answers = answers;
        this.acts = acts;
        this.left = left;
        this.cards = cards;
    }

    @Override
    public List<Question> newest(int most) {
        return merged(null, most).limit(most).toList();
    }

    @Override
    public List<Question> newest(TaskMark after, int most) {
        return merged(after.open() ? null : after, most)
                .filter(after::before)
                .limit(most)
                .toList();
    }

    /** All that nobody has answered, and enough of the answered: of the former those are not open whose run has ended. */
    private Stream<Question> merged(@Nullable TaskMark answeredAfter, int most) {
        return Stream.concat(
                        noted(tasks.open()).stream(),
                        tasks.answered(answeredAfter, most).stream().map(Question::of))
                .sorted(OPEN_FIRST);
    }

    @Override
    public List<Question> open() {
        return noted(tasks.open()).stream().filter(Question::open).toList();
    }

    @Override
    public List<Question> ofRun(RunId run) {
        return noted(tasks.ofRun(run));
    }

    @Override
    public Map<RunId, List<Question>> ofRuns(Collection<RunId> runs) {
        return noted(tasks.ofRuns(runs).values().stream().flatMap(List::stream).toList()).stream()
                .collect(Collectors.groupingBy(asked -> Objects.requireNonNull(asked.run())));
    }

    @Override
    public Optional<Question> find(String id) {
        return tasks.find(id).map(task -> noted(List.of(task)).getFirst());
    }

    @Override
    public Optional<Question> known(String id) {
        return tasks.find(id).map(Question::of);
    }

    @Override
    public Question answer(Question asked, Answer answer, String by, String reason, String shown) {
        return answer(asked, answer, by, reason, shown, List.of());
    }

    @Override
    public Question answer(
            Question asked, Answer answer, String by, String reason, String shown, List<String> without) {
        return Question.of(answers.get().decide(asked.id(), answer, by, reason, shown, without));
    }

    /** The answer is held against what is stored in the same moment. */
    @Override
    public Optional<String> stale(Question asked, String shown) {
        return Optional.empty();
    }

    @Override
    public TaskCard card(Question asked) {
        TaskCards all = cards.get();
        return tasks.atOneGo(() -> all.of(asked, tasks.find(asked.id()).orElseThrow()));
    }

    @Override
    public List<TaskCard> cards(List<Question> asked) {
        Map<String, UserTask> raised =
                tasks
                        .ofRuns(asked.stream()
                                .map(Question::run)
                                .filter(Objects::nonNull)
                                .toList())
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(UserTask::id, Function.identity()));
        return cards.get()
                .of(asked.stream()
                        .map(one -> new TaskCards.Shown(one, Objects.requireNonNull(raised.get(one.id()), one.id())))
                        .toList());
    }

    @Override
    public TaskCard act(Question asked, TaskAct act, String by) {
        acts.get().act(asked.id(), act, by);
        TaskCards all = cards.get();
        return tasks.atOneGo(() -> {
            UserTask task = tasks.find(asked.id()).orElseThrow();
            return all.of(Question.of(task), task);
        });
    }

    /** With who is missing, where nobody is left to answer it; of a run that has ended nobody is asked any more. */
    private List<Question> noted(List<UserTask> asked) {
        Map<RunId, RunRecord> known = runs.find(asked.stream()
                .filter(UserTask::open)
                .map(UserTask::run)
                .distinct()
                .toList());
        Map<RunId, String> lacking = known.isEmpty() ? Map.of() : left.get().why(known.values());
        return asked.stream()
                .map(task -> {
                    RunRecord run = task.open() ? known.get(task.run()) : null;
                    if (run != null && run.status().ended()) {
                        return Question.of(task).ended(why(run));
                    }
                    String why = run == null ? null : lacking.get(run.id());
                    return Question.of(why == null ? task : LeftToAnswer.noted(task, why));
                })
                .toList();
    }

    private static String why(RunRecord run) {
        if (run.supersededBy() != null) {
            return "run " + run.supersededBy() + " took the run's place before anybody answered";
        }
        return switch (run.status()) {
            case ABANDONED -> "the run was closed by hand before anybody answered";
            case REFUSED -> "the day was refused before anybody answered";
            default -> "the run had ended before anybody answered";
        };
    }
}
