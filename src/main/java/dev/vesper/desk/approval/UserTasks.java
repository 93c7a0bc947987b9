package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ProcessVariable;
import java.util.Optional;

/** Where the processes ask people. */
public interface UserTasks {
    /** The process variable in which a user task's answer goes on. */
    ProcessVariable<Answer> DECISION = new ProcessVariable<>("decision", Answer.class);

    /**
     * Raises a task where it is new, and answers it once a person has. Asked again, it answers the same. A step of the
     * approval may raise several tasks, and answers once all have.
     *
     * @param step number of the process's step that asks; 1 where there is one only
     */
    Optional<Answer> ask(RunId run, TaskKind kind, int step);
}
