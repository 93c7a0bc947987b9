package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskId;
import java.util.List;
import java.util.Optional;

/** What people are asked, for one caller. */
record TaskTopic(Guard guard, List<Questions> questions) implements Tasks {
    @Override
    public List<Question> newest(String after, int most) {
        Bounds.positive(most);
        TaskMark mark = after.isEmpty() ? null : TaskMark.read(after);
        return questions.stream()
                .flatMap(part -> part.newest(mark == null ? most : Integer.MAX_VALUE).stream())
                .filter(task -> mark == null || mark.before(task))
                .sorted(Questions.OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Question show(String task) {
        return questions.stream()
                .flatMap(part -> part.find(task).stream())
                .findFirst()
                .orElseThrow(() -> TaskId.unknown(task));
    }

    @Override
    public Question answer(String task, Answer answer, String reason) {
        String by = guard.named(needs(task), "answer " + task, () -> rehearsed(task));
        for (Questions part : questions) {
            Optional<Question> asked = part.find(task);
            if (asked.isPresent()) {
                return part.answer(asked.get(), answer, by, Bounds.line(reason));
            }
        }
        throw TaskId.unknown(task);
    }

    /** Of an unknown task, what most of them need: that it is unknown is said to whoever may answer any. */
    private Permission needs(String task) {
        return questions.stream()
                .flatMap(part -> part.find(task).map(part::needs).stream())
                .findFirst()
                .orElse(Permission.ANSWER_TASKS);
    }

    private boolean rehearsed(String task) {
        for (Questions part : questions) {
            Optional<Question> asked = part.find(task);
            if (asked.isPresent()) {
                RunId run = asked.get().run();
                return run == null
                        ? part.rehearsal(asked.get())
                        : guard.rehearsal(run).getAsBoolean();
            }
        }
        throw TaskId.unknown(task);
    }
}
