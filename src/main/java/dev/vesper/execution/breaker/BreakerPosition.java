package dev.vesper.execution.breaker;

import java.util.Locale;

/** Where the breaker of a venue stands. */
public enum BreakerPosition {
    /** Orders go to the venue. */
    CLOSED,
    /** None goes. */
    OPEN,
    /** One order a slice goes, to see whether it is taken. */
    HALF_OPEN;

    /** For people, for example {@code half open}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
