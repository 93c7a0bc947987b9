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
     * Closes a run on which nobody works.
     *
     * @param by who does it, for the audit
     * @param reason why, one line
     * @throws Problem of kind INPUT where it is unknown or has ended
     */
    public void abandon(RunId id, String by, String reason) {
        RunRecord run = unended(id);
        traded.accept(run);
        store.status(id, RunStatus.ABANDONED);
        audit.append(clock.instant(), by, AuditAction.RUN_ABANDONED, id.value(), reason, run.rehearsal());
    }

    /**
     * Closes a run on which somebody may be working: between two stages, never in the middle of one.
     *
     * @throws Problem as {@link #abandon}, also where no reason is given, and of kind REFUSED while a stage of it is at work
     */
    public void abandonWorked(RunId id, String by, String reason) {
        Reasons.must(reason, "close run " + id);
        store.alone(() -> {
            atWork(unended(id));
            abandon(id, by, reason);
        });
    }

    private void atWork(RunRecord run) {
        store.stages(run.id()).stream()
                .filter(stage -> stage.state() == StageState.RUNNING)
                .findFirst()
                .ifPresent(stage -> {
                    throw Problem.refused("Expected a run that stands still or waits for a person, but " + stage.name()
                            + " of " + run.id() + " is at work; close it when the stage has ended");
                });
    }

    private RunRecord unended(RunId id) {
        RunRecord run = store.find(id)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + id + " is unknown; ./vesper runs list shows them"));
        if (run.status().ended()) {
            throw Problem.usage("Expected a run that has not ended, but " + id + " is "
                    + run.status().name().toLowerCase(Locale.ROOT));
        }
        return run;
    }
}
