package dev.vesper.app.cli;

import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.app.run.AnchorWatch;
import dev.vesper.app.run.ChangeWatch;
import dev.vesper.app.run.DaySchedule;
import dev.vesper.app.run.FirstUser;
import dev.vesper.app.run.NoticeWatch;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.operations.Reader;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps Vesper open: the schedule starts the day, people answer, programs ask. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Keeps Vesper open: the schedule of firm.yaml starts the day; /health, /metrics, /api/v1 and"
                        + " /console answer, on loopback unless set otherwise. Days that were left or killed go on. Ctrl-C closes it.",
        footer = {"", "Example: ./vesper up --firm DIR"})
final class UpCommand implements Callable<Integer> {
    private final Wiring wiring;

    UpCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Mixin
    private FirmOption firm = new FirmOption();

    @Option(
            names = "--rehearse",
            description = "Two demo users approve; runs, reports and audit are marked as rehearsals.")
    private boolean rehearse;

    @Override
    public Integer call() throws Exception {
        Listening listening = wiring.operations.listening();
        wiring.openAll(/* begins= */ false);
        Firm chosen = wiring.firm.firms().read(firm.folder);
        FirstUser.settle(wiring, listening);
        ApiServer server = wiring.operations.serveUsers(listening);
        DaySchedule schedule = new DaySchedule(wiring, wiring.console, chosen, rehearse);
        schedule.checks().forEach(wiring.health::add);
        ChangeWatch changes = new ChangeWatch(wiring, wiring.console, schedule);
        changes.checks().forEach(wiring.health::add);
        changes.look();
        NoticeWatch notices = new NoticeWatch(wiring.notify.sender(schedule::missed), wiring.console, chosen.folder());
        notices.checks().forEach(wiring.health::add);
        wiring.anchors.serve(chosen.folder());
        AnchorWatch anchors = new AnchorWatch(wiring.anchors.anchors.get(), wiring.anchors.chain.get());
        anchors.checks().forEach(wiring.health::add);
        schedule.resumeUnfinished();
        schedule.open(chosen.settings().schedule());
        changes.driveChanges();
        wiring.times
                .simulated()
                .ifPresent(clock -> wiring.console.say("Practice: the clock shows "
                        + clock.instant().atZone(wiring.times.zone()).truncatedTo(ChronoUnit.MINUTES)
                        + "; ./vesper clock forward next, or the page of the schedule, puts it forward"));
        wiring.console.say("Vesper is up: " + server.endpoint().address() + "/health, the day starts by \""
                + chosen.settings().schedule() + "\"");
        wiring.console.say(
                wiring.console.terminal() // a link in a log could be opened by whoever reads the log
                        ? "Console: " + wiring.operations.console().link(server.endpoint(), new Reader())
                                + " (lets one browser in, once; ./vesper console link prints another)"
                        : "Console: ./vesper console link prints the address that lets a browser in");
        changes.start();
        notices.start();
        anchors.start();
        new CountDownLatch(1).await(); // until a signal closes it
        return 0;
    }
}
