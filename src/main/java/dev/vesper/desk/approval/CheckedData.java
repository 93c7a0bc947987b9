package dev.vesper.desk.approval;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.approvals.rows.RowDecisions;
import dev.vesper.approvals.rows.RowRequest;
import dev.vesper.approvals.rows.RowState;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.checkdata.DataCheckStore;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.orders.slice.RowSum;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The data that a run decides on, as it was checked: the verdict, the accepted prices in the lake, and who released what
 * broke its contract. Recorded once it is checked, and decided again from the record before anything is made of it,
 * whoever completed which job of the process.
 */
public final class CheckedData {
    private final RunStore runs;
    private final ProposalStore store;
    private final DataCheckStore checks;
    private final TaskStore tasks;
    private final Lake lake;
    private final Inputs inputs;
    private final EventLog events;
    private final AuditLog audit;
    private final InstantSource clock;

    public CheckedData(
            RunStore runs,
            ProposalStore store,
            DataCheckStore checks,
            TaskStore tasks,
            Lake lake,
            Inputs inputs,
            EventLog events,
            AuditLog audit,
            InstantSource clock) {
        this.runs = runs;
        this.store = store;
        this.checks = checks;
        this.tasks = tasks;
        this.lake = lake;
        this.inputs = inputs;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The stream of a run's data, for example {@code data/2018-04-11-001}. */
    public static StreamId<DataEvent> stream(RunId run) {
        return new StreamId<>(DataEvent.class, "data/" + run);
    }

    /**
     * What the audit log vouches for, with the rows that people decided since it was checked. Its sums are missing where
     * nothing was checked yet, or an older Vesper did.
     *
     * @throws BrokenHistory where it was altered
     */
    public static RowState recorded(EventLog events, RunId run) {
        return new RowDecisions().replay(events.read(stream(run)));
    }

    /**
     * Why the data of a run cannot be another one's as it was accepted, as a sentence without a full stop; empty where it can.
     * Answers of people are no part of it: they are about that run alone.
     */
    public Optional<String> kept(RunRecord run) {
        RowState state;
        try {
            state = recorded(events, run.id());
            if (!inputs.sum(run.id())
                    .equals(opened(run.id()).map(RunEvent.Opened::inputs).orElse(null))) {
                return Optional.of("its frozen files were altered since it was opened");
            }
        } catch (BrokenHistory broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
        if (state.check() == null) {
            return Optional.of("its data is not checked yet");
        }
        if (state.requests().stream().anyMatch(request -> request.standing() == RowRequest.Standing.AGREED)) {
            return Optional.of("two people decided rows of its data, which holds for that run alone");
        }
        if (!store.data(run.id()).equals(state.check())) {
            return Optional.of("the verdict on its data was altered since it was checked");
        }
        DataCheck check = checks.data(run.id()).orElseThrow();
        return lake.sum(Lake.PRICES, check.snapshot()).equals(state.prices())
                ? lake.fault(Lake.PRICES, check.snapshot())
                : Optional.of("the manifest of its accepted prices, snapshot " + check.snapshot()
                        + ", was altered or deleted in the lake since they were checked");
    }

    /**
     * Gives a run that replays another one from a later stage what was accepted there; again, it does nothing.
     *
     * @throws Problem of kind REFUSED where that does not stand any more
     */
    void takeOver(RunRecord run) {
        RunId from = run.supersedes();
        ReplayFrom stage = run.replayedFrom();
        if (from == null
                || stage == null
                || !stage.takesOver()
                || checks.data(run.id()).isPresent()) {
            return;
        }
        RunRecord old = runs.find(from).orElseThrow();
        kept(old).ifPresent(why -> {
            throw altered(run, "it was to be that of " + from + ", but " + why);
        });
        if (!opened(run.id()).map(RunEvent.Opened::inputs).equals(opened(from).map(RunEvent.Opened::inputs))) {
            throw altered(run, "its frozen files are not those of " + from);
        }
        lake.takeOver(run.id(), from);
        checks.takeOverData(run.id(), from);
    }

    private Optional<RunEvent.Opened> opened(RunId run) {
        return events.read(RunEvent.stream(run)).stream()
                .filter(RunEvent.Opened.class::isInstance)
                .map(RunEvent.Opened.class::cast)
                .findFirst();
    }

    /** Records what was checked; again, it does nothing. */
    void record(RunRecord run) {
        if (recorded(events, run.id()).check() != null) {
            return;
        }
        DataCheck check = checks.data(run.id()).orElseThrow();
        RowSum prices = lake.sum(Lake.PRICES, check.snapshot());
        audit.append(
                clock.instant(),
                "vesper",
                AuditAction.DATA_CHECKED,
                run.id().value(),
                (check.blocking() ? "blocked" : "passed") + ": " + check.rows() + " rows, " + check.quarantined()
                        + " quarantined, snapshot " + check.snapshot() + taken(run),
                run.rehearsal(),
                new Append<>(stream(run.id()), 0, List.of(new DataEvent.Checked(store.data(run.id()), prices))));
    }

    private static String taken(RunRecord run) {
        ReplayFrom stage = run.replayedFrom();
        return stage != null && stage.takesOver() ? ", taken over from " + run.supersedes() : "";
    }

    /**
     * Decides from the record that the data may be used.
     *
     * @throws Problem of kind REFUSED that names what does not stand; the audit log then says so too
     */
    public void mustStand(RunRecord run) {
        new RunChain(audit).fault(run).ifPresent(why -> {
            throw altered(run, why);
        });
        RowState checked = checked(run);
        if (!store.data(run.id()).equals(checked.check())) {
            throw altered(run, "the verdict on the prices was altered since they were checked");
        }
        DataCheck check = checks.data(run.id()).orElseThrow();
        if (!lake.sum(Lake.PRICES, check.snapshot()).equals(checked.prices())) {
            throw altered(
                    run,
                    "the manifest of the accepted prices, snapshot " + check.snapshot()
                            + ", was altered or deleted in the lake since they were checked");
        }
        lake.fault(Lake.PRICES, check.snapshot()).ifPresent(why -> {
            throw altered(run, why);
        });
        if (check.blocking()) {
            released(run);
        }
    }

    private RowState checked(RunRecord run) {
        RowState state;
        try {
            state = recorded(events, run.id());
        } catch (BrokenHistory broken) {
            throw altered(run, String.valueOf(broken.getMessage()));
        }
        if (state.check() == null) {
            throw altered(
                    run,
                    "no audit row vouches for its check; maybe an older Vesper checked it: ./vesper runs abandon "
                            + run.id() + ", and run the day again");
        }
        return state;
    }

    /** Data that broke its contract was released by a person who is on record, and by nobody's engine. */
    private void released(RunRecord run) {
        String id = new TaskId(run.id(), TaskKind.RELEASE_DATA).toString();
        UserTask task = tasks.find(id)
                .filter(asked -> asked.kind() == TaskKind.RELEASE_DATA && asked.decision() == Answer.APPROVE)
                .orElseThrow(() -> altered(run, "it broke its contract, and nobody released it (" + id + ")"));
        String by = String.valueOf(task.decidedBy());
        boolean onRecord = PersonName.refusal(by).isEmpty()
                && audit.rows(run.id()).stream()
                        .anyMatch(row -> row.subject().equals(id)
                                && row.action() == AuditAction.DATA_RELEASED
                                && row.actor().equals(by)
                                && row.at().equals(task.decidedAt()));
        if (!onRecord) {
            throw altered(
                    run,
                    "the answer to " + id + " (approve by " + by
                            + ") was inserted or altered: the audit log has no such" + " answer");
        }
        People people = inputs.people(run.id());
        if (!people.in(by, People.DATA_STEWARDS)) {
            throw altered(run, by + " released it, but belongs to " + people.groupsOf(by));
        }
    }

    private Problem altered(RunRecord run, String why) {
        audit.append(
                clock.instant(), "vesper", AuditAction.DATA_ALTERED, run.id().value(), why, run.rehearsal());
        return Problem.refused("The data of " + run.id() + " does not stand: " + why);
    }
}
