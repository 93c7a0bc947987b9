package dev.vesper.app;

import dev.vesper.basics.RunId;
import dev.vesper.desk.Firm;
import dev.vesper.desk.RunRecord;
import dev.vesper.desk.RunStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** The scheduled days of one firm. */
public final class Schedule {
    private final House house;
    private final Console console;
    private final Path folder;
    private final boolean rehearse;

    public Schedule(House house, Console console, Path folder, boolean rehearse) {
        this.house = house;
        this.console = console;
        this.folder = folder;
        this.rehearse = rehearse;
    }

    /** Goes on with every run that a crash or a stop left behind. */
    public void resumeUnfinished() {
        house.runs().recent(1000).stream().filter(r -> !r.status().ended()).forEach(run -> {
            console.say("Going on with run " + run.id());
            house.openRun().resume(run);
            house.runs().status(run.id(), RunStatus.RUNNING);
            house.processes().resume(run.id());
        });
    }

    /** Lets the timer of processes/scheduled-day.bpmn open the days. */
    public void open(String cron) {
        house.processes().schedule(cron, this::openRun);
    }

    /** The run of this occasion: one that is open for the newest prices, or a new one. */
    private RunId openRun(long occasion) {
        Firm firm = house.firm(folder);
        LocalDate date = house.lastPriceDate(firm);
        Optional<RunRecord> open = house.openRun().unfinished(firm.folder().toString(), date);
        RunRecord run = open.orElseGet(() -> house.openRun()
                .open(
                        firm,
                        date,
                        firm.settings().seed(),
                        rehearse || firm.settings().sample()));
        console.say("Run " + run.id() + " opened by the schedule (occasion " + occasion + ")");
        return run.id();
    }
}
