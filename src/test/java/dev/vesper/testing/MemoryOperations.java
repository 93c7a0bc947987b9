package dev.vesper.testing;

import dev.vesper.desk.approval.AnswerTask;
import dev.vesper.desk.approval.Proposals;
import dev.vesper.desk.approval.TaskTexts;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.ResumeRun;
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
                        memory,
                        memory.taskStore,
                        memory.eventLog,
                        memory,
                        new Proposals(
                                memory.proposalStore,
                                new MemoryInputs(SmallFirm.firm()),
                                memory.eventLog,
                                memory,
                                clock),
                        new TaskTexts(memory, memory),
                        clock),
                new AbandonRun(memory, memory, _ -> {}, clock),
                new Incidents(memory, memory, clock),
                () -> new ResumeRun(
                        memory,
                        new OpenRun(memory, new MemoryInputs(SmallFirm.firm()), new FilesOpenBooks(), memory, clock),
                        new Incidents(memory, memory, clock),
                        memory.resumed::add),
                worker);
    }
}
