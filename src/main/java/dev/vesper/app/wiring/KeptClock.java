package dev.vesper.app.wiring;

import dev.vesper.basics.SimulatedClock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the time of a simulated clock while a program goes by it, and when it ends. */
final class KeptClock implements AutoCloseable {
    private static final long EVERY_SECONDS = 5;

    private final SimulatedClock clock;
    private final PracticeFile file;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("practice-clock").daemon().factory());

    KeptClock(SimulatedClock clock, PracticeFile file) {
        this.clock = clock;
        this.file = file;
        file.keepAhead(clock.instant());
        var _ = thread.scheduleWithFixedDelay(
                () -> file.keepAhead(clock.instant()), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        clock.onForward(file::keepAhead);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        file.keep(clock.instant());
    }
}
