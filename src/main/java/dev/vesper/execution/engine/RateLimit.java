package dev.vesper.execution.engine;

/**
 * How many children may leave in a while, of all parents together.
 *
 * @param children 1 to 4,096; 0 for any number
 * @param nanos of the while, which ends now: 1 to an hour's
 */
public record RateLimit(long children, long nanos) {
    public static final RateLimit NONE = new RateLimit(0, 0);

    boolean stand() {
        return children == 0
                || (children > 0 && children <= EngineFormat.MOST_RATE && nanos >= 1 && nanos <= 3_600_000_000_000L);
    }
}
