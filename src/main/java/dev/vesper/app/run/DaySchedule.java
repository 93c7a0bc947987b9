package dev.vesper.app.run;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Firms;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.health.HealthCheck;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scheduled days of one firm. */
public final class DaySchedule {
    private final Wiring wiring;
    private final Console console;
    private final Path folder;
    private final boolean rehearse;
    /** Why the last occasion opened no day, or nothing. */
    private volatile @Nullable String missed;

    public DaySchedule(Wiring wiring, Console console, Path folder, boolean rehearse) {
        this.wiring = wiring;
        this.console = console;
        this.folder = folder;
        this.rehearse = rehearse;
    }

    /** Goes on with every run that a crash or a stop left behind. */
    public void resumeUnfinished() {
        wiring.store.store.get().runs().recent(1000).stream()
                .filter(r -> !r.status().ended())
                .forEach(run -> {
                    console.say("Going on with run " + run.id());
                    resume(run);
                });
    }

    /** One run that cannot go on does not keep the others from it. */
    private void resume(RunRecord run) {
        try {
            wiring.workers.resume.get().resume(run.id(), "vesper");
        } catch (Problem e) {
            wiring.store.store.get().runs().status(run.id(), RunStatus.FAILED);
            console.say("  ! " + e.getMessage());
        }
    }

    /** What keeps the schedule from opening days, for operators. */
    public List<HealthCheck> checks() {
        return List.of(
                HealthCheck.watched("schedule", () -> Optional.ofNullable(missed)),
                HealthCheck.watched("inputs", () -> {
                    wiring.firm.firms().read(folder);
                    return Optional.empty();
                }));
    }

    /** Lets the timer of processes/scheduled-day.bpmn open the days. */
    public void open(String cron) {
        wiring.engine.engine.get().schedule(cron, this::openRun);
    }

    /**
     * The run of this occasion. A business date is worked once: where it has a run, ended or not, that one is answered, so
     * that a day without new prices trades nothing. A day opens where the one before closes, so a run that has not ended is
     * answered too.
     */
    private RunId openRun(long occasion) {
        try {
            RunId run = runOf(occasion);
            missed = null;
            return run;
        } catch (RuntimeException e) {
            String why = "Expected the schedule to open a day, but " + e.getMessage();
            if (!why.equals(missed)) { // the engine asks again and again
                console.say("  ! " + why);
            }
            missed = why;
            throw e;
        }
    }

    private RunId runOf(long occasion) {
        Firm firm = wiring.firm.firms().read(folder);
        LocalDate date = Firms.lastPriceDate(firm, wiring.times.today());
        FirmFolder.refuseLotsAfter(firm, date);
        boolean rehearsal = rehearse || firm.settings().sample();
        List<RunRecord> ours = wiring.store.store.get().runs().recent(1000).stream()
                .filter(r -> r.firm().equals(firm.folder().toString()))
                .toList();
        Optional<RunRecord> known = ours.stream()
                .filter(r -> r.date().equals(date))
                .filter(r -> r.status() != RunStatus.ABANDONED
                        || wiring.desk.books.get().traded(r))
                .findFirst();
        if (known.isPresent()) {
            console.say("  ! the schedule asked for " + date + ", which run "
                    + known.get().id() + " works or has worked");
            return known.get().id();
        }
        Optional<RunRecord> before = ours.stream()
                .filter(r -> r.rehearsal() == rehearsal && !r.status().ended())
                .findFirst();
        if (before.isPresent()) {
            console.say("  ! the schedule asked for " + date + ", which opens where run "
                    + before.get().id() + " closes; it has not ended");
            return before.get().id();
        }
        RunRecord run =
                wiring.desk.openRun.get().open(firm, date, firm.settings().seed(), rehearsal, /* again= */ false);
        console.say("Run " + run.id() + " opened by the schedule (occasion " + occasion + ")");
        return run.id();
    }
}
