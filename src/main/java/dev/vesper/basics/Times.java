package dev.vesper.basics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What time it is, handed to whoever asks. Stamps, dates and the timers of the processes follow the clock, which a test or
 * a replay may set; waits and timeouts follow what has elapsed, which nobody sets.
 *
 * @param clock the instant of now
 * @param zone where a business day begins and ends, for example {@code America/New_York}
 * @param elapsedNanos nanoseconds since some fixed moment; only differences mean anything
 */
public record Times(InstantSource clock, ZoneId zone, LongSupplier elapsedNanos) {
    public Instant now() {
        return clock.instant();
    }

    /** The date on the wall: 2018-04-12 in Tokyo while it is still 2018-04-11 in London. */
    public LocalDate today() {
        return dateOf(now());
    }

    /** The date on the wall at a moment. */
    public LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The clock that people put forward in a house that practises; empty where time is what it is. */
    public Optional<SimulatedClock> simulated() {
        return clock instanceof SimulatedClock simulated ? Optional.of(simulated) : Optional.empty();
    }

    /** What time it really is, whatever the clock shows: sessions, passwords and tokens go by that. */
    public InstantSource machine() {
        return SimulatedClock.machineOf(clock);
    }
}
