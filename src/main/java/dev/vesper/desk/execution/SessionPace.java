package dev.vesper.desk.execution;

import dev.vesper.execution.WorkingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Market time is the time of the clock in the zone of each exchange: 10:00 of a session in New York comes when it is 10:00 there. */
public final class SessionPace implements MarketPace {
    private final InstantSource clock;

    public SessionPace(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long leftMillis(WorkingSession session, long marketMillis) {
        return Duration.between(clock.instant(), moment(session, marketMillis)).toMillis();
    }

    /** When it is so late at an exchange on the day of a session; where a clock change skips the hour, the hour after. */
    static Instant moment(WorkingSession session, long marketMillis) {
        return session.date()
                .atStartOfDay()
                .plusNanos(marketMillis * 1_000_000)
                .atZone(session.market().zone())
                .toInstant();
    }
}
