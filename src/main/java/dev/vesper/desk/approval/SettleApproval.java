package dev.vesper.desk.approval;

import dev.vesper.approvals.FourEyesState;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Refusal;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Stage 3: decides the approval again from the recorded answers. This is where four eyes are enforced: whatever screen,
 * command or client completed the tasks, trades go on only if two different people are on record.
 */
public final class SettleApproval implements Stage {
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
    public String name() {
        return "settle-approval";
    }

    @Override
    public String stage() {
        return "approve-trades";
    }

    @Override
    public Map<String, Object> run(RunId run) {
        FourEyesCheck.Standing standing = FourEyesCheck.standing(tasks, run);
        Optional<Refusal> refusal = standing.refusal();
        if (refusal.isPresent()) {
            boolean rehearsal = runs.find(run).orElseThrow().rehearsal();
            audit.append(
                    clock.instant(),
                    "vesper",
                    "four-eyes-violated",
                    run.value(),
                    refusal.get().message(),
                    rehearsal);
            throw Problem.refused("The approval of " + run + " does not stand: "
                    + refusal.get().message());
        }
        return switch (standing.state()) {
            case FourEyesState.Approved(String maker, String checker) ->
                Map.of("approval", "approved", "summary", "proposed by " + maker + ", approved by " + checker);
            case FourEyesState.Rejected(String maker, String by, String reason) ->
                Map.of(
                        "approval",
                        "rejected",
                        "summary",
                        "rejected by " + by + (reason.isEmpty() ? "" : ": " + reason) + ", proposed by " + maker);
            case FourEyesState.NotProposed nothing -> throw unsettled(run, nothing);
            case FourEyesState.AwaitingChecker half -> throw unsettled(run, half);
        };
    }

    private static Problem unsettled(RunId run, FourEyesState state) {
        return Problem.refused(
                "The approval of " + run + " does not stand: two answers are needed, but the record says " + state);
    }
}
