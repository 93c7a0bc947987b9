package dev.vesper.app.run;

import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Application;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** The scheduled days of one firm. */
public final class DaySchedule {
    private final Application application;
    private final Console console;
    private final Path folder;
    private final boolean rehearse;

    public DaySchedule(Application application, Console console, Path folder, boolean rehearse) {
        this.application = application;
        this.console = console;
        this.folder = folder;
        this.rehearse = rehearse;
    }

    /** Goes on with every run that a crash or a stop left behind. */
    public void resumeUnfinished() {
        application.runs().recent(1000).stream()
                .filter(r -> !r.status().ended())
                .forEach(run -> {
                    console.say("Going on with run " + run.id());
                    application.openRun().resume(run);
                    application.runs().status(run.id(), RunStatus.RUNNING);
                    application.processes().resume(run.id());
                });
    }

    /** Lets the timer of processes/scheduled-day.bpmn open the days. */
    public void open(String cron) {
        application.processes().schedule(cron, this::openRun);
    }

    /**
     * The run of this occasion. A business date is worked once: where it has a run, ended or not, that one is answered, so
     * that a day without new prices trades nothing.
     */
    private RunId openRun(long occasion) {
        Firm firm = application.firm(folder);
        LocalDate date = application.lastPriceDate(firm);
        Optional<RunRecord> known = application.runs().recent(1000).stream()
                .filter(r ->
                        r.firm().equals(firm.folder().toString()) && r.date().equals(date))
                .filter(r -> r.status() != RunStatus.ABANDONED)
                .findFirst();
        if (known.isPresent()) {
            console.say("  ! the schedule asked for " + date + ", which run "
                    + known.get().id() + " works or has worked");
            return known.get().id();
        }
        RunRecord run = application
                .openRun()
                .open(
                        firm,
                        date,
                        firm.settings().seed(),
                        rehearse || firm.settings().sample());
        console.say("Run " + run.id() + " opened by the schedule (occasion " + occasion + ")");
        return run.id();
    }
}
