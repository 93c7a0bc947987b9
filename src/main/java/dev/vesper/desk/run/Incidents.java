package dev.vesper.desk.run;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What keeps runs from going on, as the audit log remembers it: an incident is open until somebody resumes the run, and the
 * run is mended once the stage that had failed has answered.
 */
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

    /** Somebody lets the run go on from where it stands: what kept it is tried again. */
    void close(RunRecord run, String by, String reason) {
        if (run.status() == RunStatus.FAILED || !open(run.id()).isEmpty()) {
            audit.append(clock.instant(), by, AuditAction.RUN_RESUMED, run.id().value(), reason, run.rehearsal());
        }
    }

    /**
     * A stage has answered. Where it is the one that kept the run until somebody let it go on, that is the proof that it is
     * mended, and the audit says so.
     *
     * @param answer how it ended, for example {@code done}
     */
    public void passed(RunId id, StageName stage, String answer) {
        AuditLog.Row tried = Story.of(audit.rows(id, Story.TOLD)).proofAwaited(stage);
        if (tried != null) {
            store.find(id)
                    .ifPresent(run -> audit.append(
                            clock.instant(),
                            "vesper",
                            AuditAction.RUN_MENDED,
                            id.value(),
                            stage + " " + answer + ", after the try of " + tried.actor(),
                            run.rehearsal()));
        }
    }

    /** What keeps the run from going on, oldest first; empty where it goes on or has ended. */
    public List<Incident> open(RunId id) {
        return List.copyOf(Story.of(audit.rows(id, Story.TOLD)).open);
    }

    /** The same of several runs; one without any may be left out. */
    public Map<RunId, List<Incident>> open(Collection<RunId> runs) {
        return audit.rows(runs, Story.TOLD).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, told -> List.copyOf(Story.of(told.getValue()).open)));
    }

    /** The try whose proof is awaited, in words; empty where none is. */
    Optional<String> pending(RunId id) {
        AuditLog.Row tried = Story.of(audit.rows(id, Story.TOLD)).tried;
        return Optional.ofNullable(tried)
                .map(row -> "tried again by " + row.actor() + " at " + Numbers.stamp(row.at()) + ", waiting for proof");
    }

    /** What the rows tell up to the last one. */
    private static final class Story {
        static final Set<AuditAction> TOLD = EnumSet.of(
                AuditAction.RUN_FAILED,
                AuditAction.RUN_RESUMED,
                AuditAction.RUN_MENDED,
                AuditAction.RUN_ABANDONED,
                AuditAction.RUN_SUPERSEDED,
                AuditAction.RUN_DONE,
                AuditAction.RUN_REFUSED);

        private final List<Incident> open = new ArrayList<>();
        private List<Incident> before = List.of();
        private AuditLog.@Nullable Row tried;

        static Story of(List<AuditLog.Row> rows) {
            Story story = new Story();
            rows.forEach(story::hear);
            return story;
        }

        private void hear(AuditLog.Row row) {
            switch (row.action()) {
                case RUN_FAILED -> {
                    open.add(new Incident(row.at(), row.detail()));
                    tried = null;
                }
                case RUN_RESUMED -> {
                    before = open.isEmpty() ? before : List.copyOf(open);
                    tried = row;
                    open.clear();
                }
                case RUN_MENDED, RUN_ABANDONED, RUN_SUPERSEDED -> {
                    tried = null;
                    open.clear();
                }
                case RUN_DONE, RUN_REFUSED -> open.clear();
                default -> {
                    // says nothing about whether the run goes on
                }
            }
        }

        private AuditLog.@Nullable Row proofAwaited(StageName stage) {
            return before.stream().anyMatch(incident -> incident.stage().equals(Optional.of(stage.job())))
                    ? tried
                    : null;
        }
    }
}
