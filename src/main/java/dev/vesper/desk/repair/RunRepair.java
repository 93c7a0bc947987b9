package dev.vesper.desk.repair;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;

/** Keeps in the audit what somebody wanted to do about a run and was not let, with why they wanted it. */
public final class RunRepair {
    private static final int SHOWN = 200;

    private final RunStore runs;
    private final AuditLog audit;
    private final InstantSource clock;

    public RunRepair(RunStore runs, AuditLog audit, InstantSource clock) {
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does an act about a run; where it is refused the audit says so, and the refusal goes on. About a run that is unknown
     * there is nothing to say.
     *
     * @param by who wants it
     * @param what it is, for example {@code try again}
     * @param reason why they want it
     */
    public void audited(RunId id, String by, String what, String reason, Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.UNAVAILABLE) {
                runs.find(id)
                        .ifPresent(run -> audit.append(
                                clock.instant(),
                                by,
                                AuditAction.REPAIR_DENIED,
                                id.value(),
                                Problem.shortened(Visible.line(
                                        what + ": " + problem.getMessage() + " (wanted because: " + cut(reason) + ")")),
                                run.rehearsal()));
            }
            throw problem;
        }
    }

    private static String cut(String reason) {
        String line = Visible.line(reason.strip());
        return line.isEmpty() ? "no reason" : line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " [...]";
    }
}
