package dev.vesper.basics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A clock that shows another time than the machine's, runs on at its speed, and is put forward by hand, never back. For
 * example one that shows 2018-04-11T22:25Z at noon of today shows 22:26Z a minute later, and 23:26Z once it was put forward by
 * an hour.
 */
public final class SimulatedClock implements InstantSource {
    private final InstantSource machine;
    private final LongSupplier elapsedNanos;
    private final long beganNanos;
    private Instant began;
    private Consumer<Instant> forwarded = _ -> {};

    /**
     * Starts it.
     *
     * @param shows the time it shows now
     * @param machine what time it really is
     * @param elapsedNanos what it runs by; nanoseconds since some fixed moment
     */
    public SimulatedClock(Instant shows, InstantSource machine, LongSupplier elapsedNanos) {
        this.machine = machine;
        this.elapsedNanos = elapsedNanos;
        this.beganNanos = elapsedNanos.getAsLong();
        this.began = shows;
    }

    @Override
    public synchronized Instant instant() {
        return began.plusNanos(elapsedNanos.getAsLong() - beganNanos);
    }

    /** Puts it forward; a time that it has shown already changes nothing. */
    public synchronized void forwardTo(Instant time) {
        Instant now = instant();
        if (time.isAfter(now)) {
            forwarded.accept(time);
            began = began.plus(Duration.between(now, time));
        }
    }

    /** Tells somebody of the new time before the clock shows it: whoever keeps it must be ahead. */
    public synchronized void onForward(Consumer<Instant> listener) {
        forwarded = listener;
    }

    /** What time it really is, where a clock may be simulated. */
    public static InstantSource machineOf(InstantSource clock) {
        return clock instanceof SimulatedClock simulated ? simulated.machine : clock;
    }
}
