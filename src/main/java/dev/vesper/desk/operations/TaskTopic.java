package dev.vesper.desk.operations;

import dev.vesper.approvals.Answer;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import java.util.List;

/** What people are asked, for one caller. */
record TaskTopic(Guard guard, List<Questions> questions) implements Tasks {
    @Override
    public List<Question> newest(int most) {
        Bounds.positive(most);
        return questions.stream()
                .flatMap(part -> part.newest(most).stream())
                .sorted(Questions.OPEN_FIRST)
                .limit(most)
                .toList();
    }

    @Override
    public Question show(String task) {
        return AskedPart.of(questions, task).question();
    }

    @Override
    public Question answer(String task, Answer answer, String reason, String shown) {
        String by = guard.named(
                Permission.ANSWER_TASKS,
                "answer " + task,
                () -> AskedPart.of(questions, task).rehearsal(guard));
        AskedPart asked = AskedPart.of(questions, task);
        return asked.part().answer(asked.question(), answer, by, Bounds.line(reason), shown.strip());
    }
}
