package dev.vesper.desk.approval;

import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.ProcessValue;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Stage 3: decides the approval again from the recorded answers. This is where four eyes are enforced: whatever screen,
 * command or client completed the tasks, trades go on only if two different people are on record.
 */
public final class SettleApproval implements Stage {
    public static final StageName NAME = new StageName("settle-approval", "approve-trades");
    public static final ProcessVariable<ApprovalVerdict> APPROVAL =
            new ProcessVariable<>("approval", ApprovalVerdict.class);

    private final TaskStore tasks;
    private final RunStore runs;
    private final AuditLog audit;
    private final InstantSource clock;

    public SettleApproval(TaskStore tasks, RunStore runs, AuditLog audit, InstantSource clock) {
        this.tasks = tasks;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public StageName name() {
        return NAME;
    }

    @Override
    public Result run(RunId run) {
        FourEyesCheck.Standing standing = FourEyesCheck.standing(tasks, run);
        Optional<Refusal> refusal = standing.refusal();
        if (refusal.isPresent()) {
            boolean rehearsal = runs.find(run).orElseThrow().rehearsal();
            audit.append(
                    clock.instant(),
                    "vesper",
                    AuditAction.FOUR_EYES_VIOLATED,
                    run.value(),
                    refusal.get().message(),
                    rehearsal);
            throw Problem.refused("The approval of " + run + " does not stand: "
                    + refusal.get().message());
        }
        return switch (standing.state()) {
            case FourEyesState.Approved(String maker, String checker) ->
                new Result(ApprovalVerdict.APPROVED, "proposed by " + maker + ", approved by " + checker);
            case FourEyesState.Rejected(String maker, String by, String reason) ->
                new Result(
                        ApprovalVerdict.REJECTED,
                        "rejected by " + by + (reason.isEmpty() ? "" : ": " + reason) + ", proposed by " + maker);
            case FourEyesState.NotProposed nothing -> throw unsettled(run, nothing);
            case FourEyesState.AwaitingChecker half -> throw unsettled(run, half);
        };
    }

    private static Problem unsettled(RunId run, FourEyesState state) {
        return Problem.refused(
                "The approval of " + run + " does not stand: two answers are needed, but the record says " + state);
    }

    /** How it ended, and between whom. */
    public record Result(ApprovalVerdict verdict, String summary) implements StageResult {
        @Override
        public List<ProcessValue<?>> tells() {
            return List.of(APPROVAL.is(verdict));
        }
    }
}
