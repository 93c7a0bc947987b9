package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What keeps runs from going on, as the audit log remembers it: an incident is open until somebody resumes the run. */
public final class Incidents {
    private final RunStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    public Incidents(RunStore store, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The run will not go on by itself: it is marked so, and the audit says why. A run that has ended stays as it is. */
    public void raise(RunId id, String what) {
        store.find(id).filter(run -> !run.status().ended()).ifPresent(run -> {
            store.status(id, RunStatus.FAILED);
            audit.append(clock.instant(), "vesper", AuditAction.RUN_FAILED, id.value(), what, run.rehearsal());
        });
    }

    /** Somebody lets the run go on from where it stands: what kept it is behind it. */
    public void close(RunRecord run, String by) {
        if (!open(run.id()).isEmpty()) {
            audit.append(
                    clock.instant(),
                    by,
                    AuditAction.RUN_RESUMED,
                    run.id().value(),
                    "goes on from where it stood still",
                    run.rehearsal());
        }
    }

    /** What keeps the run from going on, oldest first; empty where it goes on or has ended. */
    public List<Incident> open(RunId id) {
        List<Incident> open = new ArrayList<>();
        for (AuditLog.Row row : audit.rows(id)) {
            switch (row.action()) {
                case RUN_FAILED -> open.add(new Incident(row.at(), row.detail()));
                case RUN_RESUMED, RUN_DONE, RUN_REFUSED, RUN_ABANDONED -> open.clear();
                default -> {
                    // says nothing about whether the run goes on
                }
            }
        }
        return List.copyOf(open);
    }
}
