package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** How long a question may wait, as the process that asks it draws it. */
@FunctionalInterface
public interface TaskDue {
    /**
     * From when it was raised to when it is late; empty where the process draws no timer beside it.
     *
     * @param step number of the process's step that asks; 1 where there is one only
     */
    Optional<Duration> of(RunId run, TaskKind kind, int step);

    /** The same of these runs, looked up at one go. */
    default TaskDue at(Collection<RunId> runs) {
        return this;
    }
}
