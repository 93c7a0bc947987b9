package dev.vesper.testing;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is a minute later each time it is read, so that a test sees which reading was written where. */
public final class SteppingClock implements InstantSource {
    private final Instant start;
    private int readings;

    public SteppingClock(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return minute(readings++);
    }

    /** What the reading of this number, counted from 0, says. */
    public Instant minute(int reading) {
        return start.plusSeconds(60L * reading);
    }
}
