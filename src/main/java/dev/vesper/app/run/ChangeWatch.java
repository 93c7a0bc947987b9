package dev.vesper.app.run;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, while Vesper is up, whether rules, processes or routes changed on disk, and says so: on the terminal, in the audit
 * log, and by {@code /health} where they cannot be used. What can be used is for the next run. Gives proposals of rules their process.
 * Says too when an occasion of the schedule was missed.
 */
public final class ChangeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int SCHEDULE_EVERY = 15;

    private final Wiring wiring;
    private final Console console;
    private final DaySchedule schedule;
    private boolean first = true;
    private long looks;

    public ChangeWatch(Wiring wiring, Console console, DaySchedule schedule) {
        this.wiring = wiring;
        this.console = console;
        this.schedule = schedule;
    }

    /** What on disk cannot be used, for operators. */
    public List<HealthCheck> checks() {
        return wiring.watched().stream()
                .map(folder -> HealthCheck.watched(folder.name(), folder::trouble))
                .toList();
    }

    /** Lets rules change by {@code processes/change-rules.bpmn}, where the workers are open. */
    public void driveChanges() {
        wiring.engine.engine.get().changes(wiring.rules.way(said -> console.say("  ! " + said)));
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
        for (WatchedFolder<?> folder : wiring.watched()) {
            Optional<String> said = folder.look();
            (first ? folder.trouble() : said).ifPresent(this::say);
        }
        first = false;
        wiring.engine.engine.get().beginChanges();
        if (++looks % SCHEDULE_EVERY == 0) {
            schedule.tellMissed();
        }
    }

    private void say(String what) {
        UnusedFiles.say(wiring, console, what);
    }
}
