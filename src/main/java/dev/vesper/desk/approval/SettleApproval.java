package dev.vesper.desk.approval;

import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.run.ProcessValue;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import java.time.InstantSource;
import java.util.List;

/**
 * Stage 3: decides the approval again from the stored events. This is where four eyes are enforced: whatever screen,
 * command or client completed the tasks, trades go on only if a maker and as
 * many other people as the proposal needs are on record, all of them different.
 */
public final class SettleApproval implements Stage {
    public static final StageName NAME = new StageName("settle-approval", new ShownStage("approve-trades"));
    public static final ProcessVariable<ApprovalVerdict> APPROVAL =
            new ProcessVariable<>("approval", ApprovalVerdict.class);

    private final RunStore runs;
    private final ApprovalHistory history;

    public SettleApproval(EventLog events, RunStore runs, AuditLog audit, InstantSource clock) {
        this.runs = runs;
        this.history = new ApprovalHistory(events, audit, clock);
    }

    @Override
    public StageName name() {
        return NAME;
    }

    @Override
    public Result run(RunId run) {
        return switch (history.of(runs.find(run).orElseThrow()).state().answers()) {
            case FourEyesState.Approved approved ->
                new Result(
                        ApprovalVerdict.APPROVED,
                        "proposed by " + approved.maker() + ", approved by " + approved.checkers());
            case FourEyesState.Rejected(String maker, String by, String reason) ->
                new Result(
                        ApprovalVerdict.REJECTED,
                        "rejected by " + by + (reason.isEmpty() ? "" : ": " + reason) + ", proposed by " + maker);
            case FourEyesState.Declined(String by, String reason) ->
                new Result(ApprovalVerdict.REJECTED, "declined by " + by + (reason.isEmpty() ? "" : ": " + reason));
            case FourEyesState.NotProposed nothing -> throw unsettled(run, nothing);
            case FourEyesState.AwaitingChecker half -> throw unsettled(run, half);
        };
    }

    private static Problem unsettled(RunId run, FourEyesState state) {
        return Problem.refused("The approval of " + run
                + " does not stand: a maker and every checker must answer, but the record says " + state);
    }

    /** How it ended, and between whom. */
    public record Result(ApprovalVerdict verdict, String summary) implements StageResult {
        @Override
        public List<ProcessValue<?>> tells() {
            return List.of(APPROVAL.is(verdict));
        }
    }
}
