package dev.vesper.desk.operations;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.StageRecord;
import java.util.List;

/** One run and its stages in the order they were first started. */
public record RunStages(RunRecord run, List<StageRecord> stages) {
    public RunStages {
        stages = List.copyOf(stages);
    }
}
