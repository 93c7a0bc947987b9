package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.health.HealthCheck;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.schedule.Cron;
import dev.vesper.desk.schedule.MissedSchedule;
import dev.vesper.desk.schedule.ScheduledDays;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scheduled days of one firm. */
public final class DaySchedule {
    private final Wiring wiring;
    private final Console console;
    private final Path folder;
    private final MissedSchedule missed;
    private final ScheduledDays days;

    /** @param rehearse whether its days are rehearsals, whatever the firm is */
    public DaySchedule(Wiring wiring, Console console, Firm firm, boolean rehearse) {
        this.wiring = wiring;
        this.console = console;
        this.folder = firm.folder();
        var kept = wiring.store.store.get();
        this.missed = new MissedSchedule(
                kept.schedules(),
                kept.runs(),
                kept.events(),
                kept.audit(),
                wiring.times,
                rehearse || firm.settings().sample());
        this.days = new ScheduledDays(
                new ServedFirm(wiring, console, folder),
                kept.schedules(),
                kept.runs(),
                kept.events(),
                kept.audit(),
                wiring.times,
                rehearse,
                missed,
                console::say);
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
            wiring.workers.resume.get().resume(run.id());
        } catch (Problem e) {
            wiring.store.store.get().runs().status(run.id(), RunStatus.FAILED);
            console.say("  ! " + e.getMessage());
        }
    }

    /** What keeps the schedule from opening days, for operators. */
    public List<HealthCheck> checks() {
        return List.of(
                HealthCheck.watched("schedule", days::trouble),
                HealthCheck.watched("inputs", new InputsCheck(wiring.firm.firms()::read, folder)::trouble));
    }

    /** Lets the timer of processes/scheduled-day.bpmn open the days, and people ask for them. */
    public void open(String cron) {
        missed.keep(folder.toString(), cron);
        if (Cron.of(cron).isEmpty()) {
            console.say("  ! the schedule \"" + cron
                    + "\" says more than is understood here: whether it is missed is not" + " watched");
        }
        days.tellMissed();
        wiring.schedule.keep(days);
        wiring.engine.engine.get().schedule(cron, _ -> days.due());
    }

    /** Which occasion was missed and not made good for, in words. */
    public Optional<String> missed() {
        return missed.missed(folder.toString());
    }

    /** Says which occasion was missed, once for each. */
    void tellMissed() {
        days.tellMissed();
    }
}
