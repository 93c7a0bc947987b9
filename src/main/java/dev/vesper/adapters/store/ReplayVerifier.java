package dev.vesper.adapters.store;

import dev.vesper.approvals.DataEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.CheckedData;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the rows of two runs say of each other with their events: which one superseded which, from which stage, and
 * that what was taken over is the same.
 */
final class ReplayVerifier {
    private final StatelessSession session;
    private final RunRecord run;
    private final List<String> faults = new ArrayList<>();

    private ReplayVerifier(StatelessSession session, RunRecord run) {
        this.session = session;
        this.run = run;
    }

    /** What does not hold, a sentence without a full stop each. */
    static List<String> faults(StatelessSession session, RunRecord run) {
        ReplayVerifier verifier = new ReplayVerifier(session, run);
        try {
            verifier.before();
            verifier.after();
        } catch (BrokenHistory altered) {
            verifier.faults.add("the events of run " + run.id() + " do not hold: " + altered.getMessage());
        }
        return verifier.faults;
    }

    /** The run whose place it took. */
    private void before() {
        RunEvent.Supersedes told = first(run.id(), RunEvent.Supersedes.class).orElse(null);
        String old = told == null ? null : told.run();
        if (!Objects.equals(old, text(run.supersedes())) || (told == null ? null : told.from()) != run.replayedFrom()) {
            faults.add("the run " + run.id() + " was altered: its row says that it supersedes " + said(run.supersedes())
                    + ", its events " + said(old));
            return;
        }
        RunId replayed = run.supersedes();
        if (replayed == null) {
            return;
        }
        if (!first(replayed, RunEvent.Superseded.class)
                        .map(RunEvent.Superseded::run)
                        .equals(Optional.of(run.id().value()))
                || !run.id().equals(other(replayed).map(RunRecord::supersededBy).orElse(null))) {
            faults.add("the run " + run.id() + " supersedes " + replayed
                    + ", but that one was not superseded by it: its row" + " or its event was altered");
        }
        ReplayFrom from = run.replayedFrom();
        if (from != null && from.takesOver()) {
            takenOver(replayed);
        }
    }

    /** Files and data are those of the run before. */
    private void takenOver(RunId from) {
        if (!first(run.id(), RunEvent.Opened.class)
                .map(RunEvent.Opened::inputs)
                .equals(first(from, RunEvent.Opened.class).map(RunEvent.Opened::inputs))) {
            faults.add("the frozen files of " + run.id() + " are not those of " + from + ", which it replays");
        }
        Optional<DataEvent> here = data(run.id());
        if (here.isPresent() && !here.equals(data(from))) {
            faults.add("the data of " + run.id() + " is not that of " + from + ", which it replays");
        }
    }

    /** The run that took its place. */
    private void after() {
        RunEvent.Superseded told = first(run.id(), RunEvent.Superseded.class).orElse(null);
        String next = told == null ? null : told.run();
        if (!Objects.equals(next, text(run.supersededBy()))) {
            faults.add("the run " + run.id() + " was altered: its row says that it was superseded by "
                    + said(run.supersededBy()) + ", its events " + said(next));
            return;
        }
        RunId successor = run.supersededBy();
        if (told == null || successor == null) {
            return;
        }
        RunRecord taken = other(successor).orElse(null);
        if (taken == null || !run.id().equals(taken.supersedes()) || taken.replayedFrom() != told.from()) {
            faults.add("the run " + run.id() + " was superseded by " + successor
                    + ", but that one does not say so: it was altered or deleted");
        }
        if (run.status() != RunStatus.ABANDONED || sent()) {
            faults.add("the run " + run.id() + " went on after " + successor + " had taken its place");
        }
    }

    private boolean sent() {
        return session.createSelectionQuery("select count(*) from ChildRow c where c.runId = :run", Long.class)
                        .setParameter("run", run.id().value())
                        .getSingleResult()
                > 0;
    }

    private Optional<RunRecord> other(RunId id) {
        return Optional.ofNullable(session.get(RunRow.class, id.value())).map(RunRow::toRecord);
    }

    private <E extends RunEvent> Optional<E> first(RunId id, Class<E> kind) {
        return HibernateEventLog.rows(session, RunEvent.stream(id).value()).stream()
                .map(row -> StreamKind.of(RunEvent.class).read(HibernateEventLog.written(row)))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private Optional<DataEvent> data(RunId id) {
        return HibernateEventLog.rows(session, CheckedData.stream(id).value()).stream()
                .findFirst()
                .map(row -> StreamKind.of(DataEvent.class).read(HibernateEventLog.written(row)));
    }

    private static String said(@Nullable Object id) {
        return id == null ? "none" : id.toString();
    }

    private static @Nullable String text(@Nullable RunId id) {
        return id == null ? null : id.value();
    }
}
