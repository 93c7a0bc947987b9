package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;

/**
 * Records what a stage found of the data, before anybody is asked about it or decides on it. A run that replays another one
 * from a later stage answers with what was found there.
 */
public final class VouchData implements Stage {
    private final Stage stage;
    private final RunStore runs;
    private final CheckedData data;

    /** @param stage checks the data */
    public VouchData(Stage stage, RunStore runs, CheckedData data) {
        this.stage = stage;
        this.runs = runs;
        this.data = data;
    }

    @Override
    public StageName name() {
        return stage.name();
    }

    @Override
    public StageResult run(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        data.takeOver(record);
        StageResult result = stage.run(run);
        data.record(record);
        return result;
    }
}
