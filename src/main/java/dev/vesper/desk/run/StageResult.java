package dev.vesper.desk.run;

import java.util.List;

/** What a stage answers: a line for people, and verdicts for the process. Each stage has its own record of it. */
public interface StageResult {
    /** One line: counts and verdicts, never data. */
    String summary();

    /** What the process decides by; nothing where it goes on either way. */
    default List<ProcessValue<?>> tells() {
        return List.of();
    }
}
