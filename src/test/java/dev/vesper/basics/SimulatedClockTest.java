package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    private static final Instant EVENING = Instant.parse("2018-04-11T22:25:00Z");

    private final InstantSource machine = InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));
    private long elapsedNanos = 77;
    private final SimulatedClock clock = new SimulatedClock(EVENING, machine, () -> elapsedNanos);

    @Test
    void itRunsAsFastAsTimeElapses() {
        assertEquals(EVENING, clock.instant());
        elapsedNanos += 60_000_000_000L;
        assertEquals(EVENING.plusSeconds(60), clock.instant());
    }

    @Test
    void itIsPutForwardNeverBackAndRunsOn() {
        List<Instant> told = new ArrayList<>();
        clock.onForward(told::add);
        elapsedNanos += 1_000_000_000L;
        clock.forwardTo(EVENING.plusSeconds(3_600));
        clock.forwardTo(EVENING);
        assertEquals(EVENING.plusSeconds(3_600), clock.instant());
        elapsedNanos += 1_000_000_000L;
        assertEquals(EVENING.plusSeconds(3_601), clock.instant());
        assertEquals(List.of(EVENING.plusSeconds(3_600)), told);
    }

    @Test
    void whatTimeItReallyIsStaysKnown() {
        Times practised = new Times(clock, ZoneOffset.UTC, () -> elapsedNanos);
        assertEquals(Optional.of(clock), practised.simulated());
        assertSame(machine, practised.machine());
        Times real = new Times(machine, ZoneOffset.UTC, () -> elapsedNanos);
        assertEquals(Optional.empty(), real.simulated());
        assertSame(machine, real.machine());
    }
}
