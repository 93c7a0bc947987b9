package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Lets one run go on that stands still: what is done answers from the store, what failed is tried again. */
public final class ResumeRun {
    private static final String VESPER = "vesper";

    private final RunStore store;
    private final OpenRun opened;
    private final Incidents incidents;
    private final Days days;

    /** Where the days are worked. */
    @FunctionalInterface
    public interface Days {
        /** Brings the run on from wherever it stands; twice is once. */
        void resume(RunId run);

        /** The same, with a new instance in any case: it takes up its work where its token was moved. */
        default void takeUp(RunId run) {
            resume(run);
        }

        /** Works no more for a run that is closed. */
        default void letGo(RunId run) {
            // where nothing is worked
        }
    }

    public ResumeRun(RunStore store, OpenRun opened, Incidents incidents, Days days) {
        this.store = store;
        this.opened = opened;
        this.incidents = incidents;
        this.days = days;
    }

    /**
     * Brings a run on after a start of Vesper, from wherever it stands.
     *
     * @throws Problem of kind INPUT where the run is unknown or has ended
     */
    public void resume(RunId id) {
        goOn(unended(id), VESPER, "goes on after a start of Vesper");
    }

    /**
     * Tries again what a run failed at, because somebody says so.
     *
     * @param by who, for the audit
     * @param reason why it should go now, one line
     * @throws Problem of kind INPUT where the run is unknown or has ended, or no reason is given, REFUSED where it does not
     *     stand still
     */
    public synchronized void retry(RunId id, String by, String reason) {
        Reasons.must(reason, "try run " + id + " again");
        RunRecord run = unended(id);
        if (run.status() != RunStatus.FAILED) {
            throw Problem.refused("Expected a run that stands still, but " + id + " is "
                    + run.status().name().toLowerCase(Locale.ROOT)
                    + incidents.pending(id).map(tried -> ": " + tried).orElse(""));
        }
        try {
            goOn(run, by, reason);
        } catch (RuntimeException failed) { // nothing works on it: it stands as still as before
            incidents.raise(id, failed.getMessage() == null ? failed.toString() : failed.getMessage());
            throw failed;
        }
    }

    /**
     * Lets a run go on somewhere else, between two stages of it.
     *
     * @param by who agreed, for the audit
     * @param reason why, one line
     * @param agreed stores that it is so; the run is left alone where that is denied
     * @throws Problem of kind INPUT where the run is unknown or has ended, REFUSED where it goes on by itself
     */
    public synchronized void move(RunId id, String by, String reason, Runnable agreed) {
        store.alone(() -> {
            agreed.run();
            RunRecord run = unended(id);
            try {
                opened.resume(run);
                incidents.close(run, by, reason);
                store.status(id, RunStatus.RUNNING);
                days.takeUp(id);
            } catch (RuntimeException failed) { // nothing works on it; when it is tried again it is taken up there
                incidents.raise(id, failed.getMessage() == null ? failed.toString() : failed.getMessage());
                throw failed;
            }
        });
    }

    /**
     * Lets a run take the place of another one, between two stages of that.
     *
     * @param agreed closes the other one and opens the new one, both or none of it; both are left alone where it is denied
     * @return the new one; where it cannot begin it stands still, and is tried again as every run
     */
    public synchronized RunRecord supersede(Supplier<RunRecord> agreed) {
        AtomicReference<RunRecord> opened = new AtomicReference<>();
        store.alone(() -> opened.set(agreed.get()));
        RunRecord run = opened.get();
        RunId old = Objects.requireNonNull(run.supersedes());
        try {
            days.letGo(old);
            this.opened.resume(run);
            days.resume(run.id());
        } catch (RuntimeException failed) {
            incidents.raise(run.id(), failed.getMessage() == null ? failed.toString() : failed.getMessage());
        }
        return store.find(run.id()).orElse(run);
    }

    /** Nothing more is worked for a run that was closed. */
    public void letGo(RunId id) {
        days.letGo(id);
    }

    private void goOn(RunRecord run, String by, String reason) {
        opened.resume(run);
        incidents.close(run, by, reason);
        store.status(run.id(), RunStatus.RUNNING);
        days.resume(run.id());
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
