package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskMark;
import dev.vesper.desk.audit.AuditAction;
import java.util.List;

/** What people are asked, for one caller. */
record TaskTopic(Guard guard, List<Questions> questions) implements Tasks {
    @Override
    public List<Question> newest(String after, int most) {
        Bounds.positive(most);
        TaskMark mark = after.isEmpty() ? null : TaskMark.read(after);
        return questions.stream()
                .flatMap(part -> (mark == null ? part.newest(most) : part.newest(mark, most)).stream())
                .sorted(Questions.OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Question show(String task) {
        return AskedPart.of(questions, task).question();
    }

    @Override
    public Question answer(String task, Answer answer, String reason, String shown, List<String> without) {
        String by = guard.named(
                needs(task),
                "answer " + task,
                () -> AskedPart.toAct(questions, task).rehearsal(guard));
        AskedPart asked = AskedPart.toAct(questions, task);
        asked.part().stale(asked.question(), shown.strip()).ifPresent(why -> {
            throw guard.denied(AuditAction.DECISION_DENIED, task, why, asked.rehearsal(guard));
        });
        return asked.part()
                .answer(asked.question(), answer, by, Bounds.line(reason), shown.strip(), Bounds.leftOut(without));
    }

    /** Of an unknown task, what most of them need: that it is unknown is said to whoever may answer any. */
    private Permission needs(String task) {
        return questions.stream()
                .flatMap(part -> part.known(task).map(part::needs).stream())
                .findFirst()
                .orElse(Permission.ANSWER_TASKS);
    }
}
