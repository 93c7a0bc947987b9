package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.util.Locale;

/** Lets one run go on that stands still: what is done answers from the store, what failed is tried again. */
public final class ResumeRun {
    private final RunStore store;
    private final OpenRun opened;
    private final Incidents incidents;
    private final Days days;

    /** Where the days are worked. */
    @FunctionalInterface
    public interface Days {
        /** Brings the run on from wherever it stands; twice is once. */
        void resume(RunId run);
    }

    public ResumeRun(RunStore store, OpenRun opened, Incidents incidents, Days days) {
        this.store = store;
        this.opened = opened;
        this.incidents = incidents;
        this.days = days;
    }

    /**
     * Lets a run go on.
     *
     * @param by who says so, for the audit
     * @throws Problem of kind INPUT where the run is unknown or has ended
     */
    public void resume(RunId id, String by) {
        RunRecord run = store.find(id)
                .orElseThrow(() ->
                        Problem.usage("Expected a run, but " + id + " is unknown; ./vesper runs list shows them"));
        if (run.status().ended()) {
            throw Problem.usage("Expected a run that has not ended, but " + id + " is "
                    + run.status().name().toLowerCase(Locale.ROOT));
        }
        opened.resume(run);
        incidents.close(run, by);
        store.status(id, RunStatus.RUNNING);
        days.resume(id);
    }
}
