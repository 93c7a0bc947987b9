package dev.vesper.engine;

import io.camunda.zeebe.scheduler.clock.ActorClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The engine's time of day is the given clock's: timers, schedules and job loans follow it, so that a simulated day drives
 * them. What has elapsed stays the machine's. All the engine's threads share it; each sees every millisecond once, because
 * each has its own timers to look at then.
 */
final class GivenClock implements ActorClock {
    private final InstantSource clock;
    private final ThreadLocal<Long> seen = ThreadLocal.withInitial(() -> Long.MIN_VALUE);

    GivenClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean update() {
        long now = clock.millis();
        if (seen.get() == now) {
            return false;
        }
        seen.set(now);
        return true;
    }

    @Override
    public long getTimeMillis() {
        return clock.millis();
    }

    @Override
    public long getNanosSinceLastMillisecond() {
        Instant now = clock.instant();
        return Duration.between(now.truncatedTo(ChronoUnit.MILLIS), now).toNanos();
    }

    @Override
    public long getNanoTime() {
        return System.nanoTime();
    }
}
