package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import java.util.Map;
import java.util.Optional;

/** Where the processes ask people. */
public interface TaskDesk {
    /**
     * Raises a task where it is new, and answers the variables that complete it once a person has decided. Asked again,
     * it answers the same.
     *
     * @param kind the user task's element id: {@code release-data}, {@code propose-trades} or {@code approve-trades}
     */
    Optional<Map<String, Object>> ask(RunId run, String kind);
}
