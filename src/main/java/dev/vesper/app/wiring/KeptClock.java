package dev.vesper.app.wiring;

import dev.vesper.basics.Problem;
import dev.vesper.basics.SimulatedClock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the time of a simulated clock while a program goes by it, and when it ends. */
final class KeptClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptClock.class);
    private static final long EVERY_SECONDS = 5;

    private final SimulatedClock clock;
    private final PracticeFile file;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("practice-clock").daemon().factory());

    private final Future<?> keeping;

    KeptClock(SimulatedClock clock, PracticeFile file) {
        this.clock = clock;
        this.file = file;
        file.keepAhead(clock.instant());
        this.keeping = thread.scheduleWithFixedDelay(this::keep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        clock.onForward(file::keepAhead);
    }

    private void keep() {
        try {
            file.keepAhead(clock.instant());
        } catch (Problem full) {
            LOG.warn("The time of the practice is not kept: {}", full.getMessage()); // the next one may be
        }
    }

    @Override
    public void close() {
        keeping.cancel(false);
        thread.shutdownNow();
        file.keep(clock.instant());
    }
}
