package dev.vesper.testing;

import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.run.AbandonRun;
import java.time.InstantSource;
import java.util.Optional;

/** The operations of a Vesper whose stores are in memory. */
public final class MemoryOperations {
    private MemoryOperations() {}

    /** Over these stores; {@code worker} may be working on open runs, or nobody is. */
    public static ServeOperations over(Memory memory, InstantSource clock, Optional<String> worker) {
        return new ServeOperations(
                memory,
                memory.taskStore,
                memory,
                memory.reports,
                () -> new AnswerTask(
                        memory, memory.taskStore, memory.eventLog, memory, new TaskTexts(memory, memory), clock),
                new AbandonRun(memory, memory, _ -> {}, clock),
                worker);
    }
}
