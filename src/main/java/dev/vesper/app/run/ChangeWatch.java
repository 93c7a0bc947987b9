package dev.vesper.app.run;

import dev.vesper.adapters.FolderState;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.health.HealthCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, while Vesper is up, whether rules, processes or routes changed on disk, and says so: on the terminal, in the audit
 * log, and by {@code /health} where they cannot be used. Rules judge the next run; processes and routes are read at the next
 * start. Says too when an occasion of the schedule was missed.
 */
public final class ChangeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int SCHEDULE_EVERY = 15;

    private final Wiring wiring;
    private final Console console;
    private final DaySchedule schedule;
    private final FolderState processes;
    private final FolderState routes;
    private volatile Optional<String> processTrouble = Optional.empty();
    private boolean first = true;
    private long looks;

    public ChangeWatch(Wiring wiring, Console console, DaySchedule schedule) {
        this.wiring = wiring;
        this.console = console;
        this.schedule = schedule;
        Path root = wiring.settings.root();
        this.processes = new FolderState(List.of(root.resolve("processes")));
        this.routes = new FolderState(List.of(root.resolve("routes")));
    }

    /** What on disk cannot be used, for operators. */
    public List<HealthCheck> checks() {
        return List.of(
                HealthCheck.watched("rules", () -> wiring.rules.rules.get().trouble()),
                HealthCheck.watched("processes", () -> processTrouble));
    }

    /** Looks from now on, every other second, until the program ends. */
    public void start() {
        Thread.ofPlatform().name("changes").daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(EVERY);
                    look();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.debug("changes could not be looked for", e); // the store is down or closing
                }
            }
        });
    }

    /** Looks once. The first look says only what cannot be used. */
    public synchronized void look() {
        var rules = wiring.rules.rules.get();
        Optional<String> said = rules.look();
        if (first) {
            said = rules.trouble();
        }
        said.ifPresent(this::say);
        boolean changed = processes.changed();
        if (changed && !first) {
            say(processes());
        }
        if (routes.changed() && !first) {
            say(
                    "the routes changed on disk; those of files coming in are used from the next start of Vesper, those of venues"
                            + " from the next orders");
        }
        first = false;
        if (++looks % SCHEDULE_EVERY == 0) {
            schedule.tellMissed();
        }
    }

    private String processes() {
        try {
            wiring.engine.check();
            processTrouble = Optional.empty();
            return "the processes changed on disk; they are used from the next start of Vesper";
        } catch (Problem invalid) {
            String said = "the processes on disk cannot be used: " + invalid.getMessage()
                    + "; those before them stay until Vesper stops, and it will not start with these";
            processTrouble = Optional.of(said);
            return said;
        }
    }

    private void say(String what) {
        console.say("  ! " + what);
        wiring.store
                .store
                .get()
                .audit()
                .append(wiring.times.clock().instant(), "vesper", AuditAction.FILES_CHANGED, "files", what, false);
    }
}
