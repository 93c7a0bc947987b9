package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Closes a run that has not ended: what it did stays and is posted to the books, nothing more is done for it. */
public final class AbandonRun {
    private final RunStore store;
    private final AuditLog audit;
    private final Consumer<RunRecord> traded;
    private final InstantSource clock;

    /**
     * Takes the stores.
     *
     * @param traded posts what the run had traded by then
     */
    public AbandonRun(RunStore store, AuditLog audit, Consumer<RunRecord> traded, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.traded = traded;
        this.clock = clock;
    }

    /**
     * Closes the run.
     *
     * @param by who does it, for the audit
     */
    public void abandon(RunId id, String by) {
        RunRecord run = store.find(id)
                .orElseThrow(() ->
                        Problem.usage("Expected a run, but " + id + " is unknown; ./vesper runs list shows them"));
        if (run.status().ended()) {
            throw Problem.usage("Expected a run that has not ended, but " + id + " is "
                    + run.status().name().toLowerCase(Locale.ROOT));
        }
        traded.accept(run);
        store.status(id, RunStatus.ABANDONED);
        audit.append(
                clock.instant(), by, AuditAction.RUN_ABANDONED, id.value(), "closed before its end", run.rehearsal());
    }
}
