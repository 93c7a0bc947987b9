package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.firm.Firm;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Opens a run: its id is decided and stored, and its inputs are frozen, before anything else happens. */
public final class OpenRun {
    private static final String VESPER = "vesper";

    private final RunStore store;
    private final Inputs inputs;
    private final OpeningBooks books;
    private final AuditLog audit;
    private final InstantSource clock;

    public OpenRun(RunStore store, Inputs inputs, OpeningBooks books, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.inputs = inputs;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a new run.
     *
     * @param date the business date
     * @param rehearsal whether two demo users approve
     * @param again whether a rehearsal is repeated: what rehearsals booked from this date on is taken back
     * @throws Problem of kind REFUSED where a run of this firm and date is still open, or has traded
     */
    public RunRecord open(Firm firm, LocalDate date, long seed, boolean rehearsal, boolean again) {
        return open(firm, date, seed, rehearsal, again, VESPER);
    }

    /**
     * As {@link #open(Firm, LocalDate, long, boolean, boolean)}, for somebody who asked for it.
     *
     * @param by who asked, for the audit
     */
    public RunRecord open(Firm firm, LocalDate date, long seed, boolean rehearsal, boolean again, String by) {
        String folder = firm.folder().toString();
        unfinished(folder, date).ifPresent(run -> {
            throw Problem.refused("Run " + run.id() + " of this firm and date is not finished (it is "
                    + run.status().name().toLowerCase(java.util.Locale.ROOT)
                    + "); ./vesper eod --resume goes on with it, ./vesper runs abandon " + run.id() + " closes it");
        });
        books.admit(firm, date, rehearsal, again);
        RunRecord run = store.open(date, folder, seed, rehearsal, clock.instant());
        try {
            resume(run, by);
        } catch (Problem unusable) {
            store.status(run.id(), RunStatus.ABANDONED); // nothing began; the next try takes the next number
            throw unusable;
        }
        return run;
    }

    /**
     * Lets a day that was admitted before be opened anew from the firm's files as they are now, in a run that replays it.
     *
     * @throws Problem as {@link #open}, but for the run that is replayed
     */
    public void admit(Firm firm, RunRecord replayed) {
        books.admit(firm, replayed.date(), replayed.rehearsal(), /* again= */ false);
    }

    /** Does what a crash left undone between the run's id and its first stage: freezing the inputs, telling the audit. */
    public void resume(RunRecord run) {
        resume(run, VESPER);
    }

    private void resume(RunRecord run, String by) {
        RunId old = run.supersedes();
        ReplayFrom from = run.replayedFrom();
        if (old != null && from != null && from.takesOver()) {
            inputs.takeOver(run, old);
        } else {
            inputs.freeze(run, books.opening(run));
        }
        boolean told = audit.rows(run.id()).stream().anyMatch(r -> r.action() == AuditAction.RUN_OPENED);
        if (!told) {
            audit.append(
                    clock.instant(),
                    by,
                    AuditAction.RUN_OPENED,
                    run.id().value(),
                    "business date " + run.date() + ", seed " + run.seed()
                            + (old == null || from == null ? "" : ", " + from.told(old)),
                    run.rehearsal(),
                    new Append<>(RunEvent.stream(run.id()), 0, opened(run)));
        }
    }

    private List<RunEvent> opened(RunRecord run) {
        RunEvent.Opened opened = new RunEvent.Opened(RunSum.of(run), inputs.sum(run.id()));
        RunId old = run.supersedes();
        ReplayFrom from = run.replayedFrom();
        return old == null || from == null
                ? List.of(opened)
                : List.of(opened, new RunEvent.Supersedes(old.value(), from));
    }

    /** The newest run of a firm that has not ended; with a date, of that date. */
    public Optional<RunRecord> unfinished(String folder, LocalDate date) {
        return store.recent(1000).stream()
                .filter(r -> r.firm().equals(folder)
                        && r.date().equals(date)
                        && !r.status().ended())
                .findFirst();
    }
}
