package dev.vesper.desk.operations;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A question, and the part of the business that asks it. */
record AskedPart(Questions part, Question question) {
    /** @throws dev.vesper.basics.Problem of kind INPUT where nobody asks it */
    static AskedPart of(List<Questions> questions, String task) {
        return of(questions, task, Questions::find);
    }

    /**
     * The same for who does something with it, which needs nothing that only people read.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where nobody asks it
     */
    static AskedPart toAct(List<Questions> questions, String task) {
        return of(questions, task, Questions::known);
    }

    private static AskedPart of(
            List<Questions> questions, String task, BiFunction<Questions, String, Optional<Question>> finds) {
        for (Questions part : questions) {
            Optional<Question> asked = finds.apply(part, task);
            if (asked.isPresent()) {
                return new AskedPart(part, asked.get());
            }
        }
        throw TaskId.unknown(task);
    }

    boolean rehearsal(Guard guard) {
        RunId run = question.run();
        return run == null ? part.rehearsal(question) : guard.rehearsal(run).getAsBoolean();
    }
}
