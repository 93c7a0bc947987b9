package dev.vesper.desk.approval;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;

/** Records the sum of what a stage decided, before anybody is asked about it. */
public final class DecideProposal implements Stage {
    private final Stage stage;
    private final RunStore runs;
    private final CheckedData data;
    private final ApprovalNeeds needs;
    private final Proposals proposals;

    /**
     * Wraps a stage.
     *
     * @param stage decides what is put before people
     * @param data what it decides on, which must stand
     * @param needs how many of them, and whom
     */
    public DecideProposal(Stage stage, RunStore runs, CheckedData data, ApprovalNeeds needs, Proposals proposals) {
        this.stage = stage;
        this.runs = runs;
        this.data = data;
        this.needs = needs;
        this.proposals = proposals;
    }

    @Override
    public StageName name() {
        return stage.name();
    }

    @Override
    public StageResult run(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        data.mustStand(record);
        StageResult result = stage.run(run);
        proposals.record(record, () -> needs.of(record));
        return result;
    }
}
