package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ProcessVariable;
import java.util.Optional;

/** Where the processes ask people. */
public interface TaskDesk {
    /** The process variable in which a user task's answer goes on. */
    ProcessVariable<Answer> DECISION = new ProcessVariable<>("decision", Answer.class);

    /**
     * Raises a task where it is new, and answers it once a person has. Asked again, it answers the same.
     *
     * @param kind the user task's element id: {@code release-data}, {@code propose-trades} or {@code approve-trades}
     */
    Optional<Answer> ask(RunId run, String kind);
}
