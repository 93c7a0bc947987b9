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
import dev.vesper.desk.schedule.Cron;
import dev.vesper.desk.schedule.MissedSchedule;
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
    private final MissedSchedule missedSchedule;
    /** Why the last occasion opened no day, or nothing. */
    private volatile @Nullable String missed;

    public DaySchedule(Wiring wiring, Console console, Path folder, boolean rehearse) {
        this.wiring = wiring;
        this.console = console;
        this.folder = folder;
        this.rehearse = rehearse;
        var kept = wiring.store.store.get();
        this.missedSchedule = new MissedSchedule(
                kept.schedules(), kept.runs(), kept.audit(), wiring.times.clock(), wiring.times.zone());
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
                HealthCheck.watched(
                        "schedule", () -> Optional.ofNullable(missed).or(() -> missedSchedule.missed(firm()))),
                HealthCheck.watched("inputs", new InputsCheck(wiring.firm.firms()::read, folder)::trouble));
    }

    /** Lets the timer of processes/scheduled-day.bpmn open the days. */
    public void open(String cron) {
        missedSchedule.keep(firm(), cron);
        if (Cron.of(cron).isEmpty()) {
            console.say("  ! the schedule \"" + cron
                    + "\" says more than is understood here: whether it is missed is not" + " watched");
        }
        tellMissed();
        wiring.engine.engine.get().schedule(cron, this::openRun);
    }

    /** Says which occasion was missed, once for each. */
    void tellMissed() {
        missedSchedule.tell(firm()).ifPresent(words -> console.say("  ! " + words));
    }

    private String firm() {
        return folder.toString();
    }

    /**
     * The run of this occasion. A business date is worked once: where it has a run, ended or not, that one is answered, so
     * that a day without new prices trades nothing. A day opens where the one before closes, so a run that has not ended is
     * answered too. An occasion that is long over, because Vesper was down, opens none.
     */
    private Optional<RunId> openRun(long occasion) {
        try {
            Optional<RunId> run = runOf(occasion);
            missed = null;
            if (run.isPresent()) {
                missedSchedule.kept(firm());
            } else {
                tellMissed();
            }
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

    private Optional<RunId> runOf(long occasion) {
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
            return known.map(RunRecord::id);
        }
        Optional<RunRecord> before = ours.stream()
                .filter(r -> r.rehearsal() == rehearsal && !r.status().ended())
                .findFirst();
        if (before.isPresent()) {
            console.say("  ! the schedule asked for " + date + ", which opens where run "
                    + before.get().id() + " closes; it has not ended");
            return before.map(RunRecord::id);
        }
        if (missedSchedule.late(firm())) {
            return Optional.empty();
        }
        wiring.desk.statements.get().changed(firm, rehearsal).ifPresent(changed -> console.say("  ! " + changed));
        wiring.requireInputs();
        RunRecord run =
                wiring.desk.openRun.get().open(firm, date, firm.settings().seed(), rehearsal, /* again= */ false);
        console.say("Run " + run.id() + " opened by the schedule (occasion " + occasion + ")");
        return Optional.of(run.id());
    }
}
