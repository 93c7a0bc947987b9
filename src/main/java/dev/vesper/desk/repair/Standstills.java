package dev.vesper.desk.repair;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells in plain words what stands still, what it costs and what may be done: read from the audit, the stages and the orders. */
public final class Standstills {
    private static final int LOOKED_AT = 1_000;

    private final RunStore runs;
    private final AuditLog audit;
    private final Costs costs;
    private final InstantSource clock;

    public Standstills(RunStore runs, AuditLog audit, Costs costs, InstantSource clock) {
        this.runs = runs;
        this.audit = audit;
        this.costs = costs;
        this.clock = clock;
    }

    /** Every run that has not ended and stands still, or was tried again: those that stand still first, the longest first. */
    public List<Standstill> open() {
        return runs.recent(LOOKED_AT).stream()
                .filter(run -> !run.status().ended())
                .flatMap(run -> find(run).stream())
                .sorted(Comparator.comparing(Standstill::state).thenComparing(Standstill::since))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem of kind INPUT where the run is unknown, or never stood still
     */
    public Standstill show(RunId id) {
        RunRecord run = runs.find(id)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + id + " is unknown; ./vesper runs list shows them"));
        return find(run)
                .orElseThrow(() -> Problem.usage("Expected a run that stands still, but " + id + " is "
                        + run.status().name().toLowerCase(Locale.ROOT) + " and never did; ./vesper runs show " + id));
    }

    private Optional<Standstill> find(RunRecord run) {
        StandstillStory story = new StandstillStory(run.id());
        audit.rows(run.id()).forEach(story::hear);
        return story.last().or(() -> unaudited(run, story)).map(incident -> shown(run, story, incident));
    }

    /** A day that the engine did not take when a person opened it. */
    private static Optional<Incident> unaudited(RunRecord run, StandstillStory story) {
        return run.status() == RunStatus.FAILED || story.wasTried()
                ? Optional.of(
                        new Incident(run.openedAt(), "Expected the process engine to take the run, but it did not"))
                : Optional.empty();
    }

    private Standstill shown(RunRecord run, StandstillStory story, Incident incident) {
        FaultCode code = FaultCode.of(incident);
        StandState state = story.state(run);
        return new Standstill(
                run,
                state,
                code,
                incident.stage().orElse(""),
                incident.at(),
                code.sentence(),
                incident.what(),
                costs.of(run, clock.instant()),
                story.tried(),
                remedies(run, state, incident),
                next(run, state, code));
    }

    private List<Remedy> remedies(RunRecord run, StandState state, Incident incident) {
        List<Remedy> remedies = new ArrayList<>();
        remedies.add(new Remedy(
                Remedy.RETRY,
                "Works " + incident.stage().orElse("the process")
                        + " again. What is done stays done; orders that were sent are known by their ids and are not sent"
                        + " twice. It ends as mended, once the stage has answered, or as failed again.",
                switch (state) {
                    case STANDS_STILL -> "";
                    case TRIED -> "it was tried again, and the stage has not answered yet";
                    case MENDED -> "it goes on";
                    case CLOSED -> "the run has ended";
                }));
        remedies.add(Remedy.closing(run.status(), runs.stages(run.id())));
        return remedies;
    }

    private static String next(RunRecord run, StandState state, FaultCode code) {
        return switch (state) {
            case STANDS_STILL -> code.next();
            case TRIED -> "Wait until the stage has answered: this says mended or failed again.";
            case MENDED ->
                run.status().ended() ? "Nothing: the run went on and has ended." : "Nothing: the run goes on.";
            case CLOSED ->
                "Nothing more is done for it; a day that must still trade is opened anew (./vesper eod, or Run now).";
        };
    }
}
