package dev.vesper.desk.execution;

import dev.vesper.basics.Problem;
import dev.vesper.desk.rebalance.LeftNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the rules leave of the orders of a run while it is worked, asked before each slice, and within one once half a second has
 * gone since. Several threads may use it.
 */
final class LeftOfOrders {
    /** Market time that goes by the clock lets half an hour pass within a slice. */
    private static final Duration STALE = Duration.ofMillis(500);

    private final Supplier<Map<String, LeftNow>> rules;
    private final InstantSource clock;
    private Map<String, LeftNow> left = Map.of();
    private Instant asked = Instant.MIN;

    /** @param rules by parent id, the orders of which less may be traded than was approved */
    LeftOfOrders(Supplier<Map<String, LeftNow>> rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * By the rules that are active now.
     *
     * @throws Problem of kind UNAVAILABLE where these cannot be loaded
     */
    synchronized Map<String, LeftNow> now() {
        left = rules.get();
        asked = clock.instant();
        return left;
    }

    /** By those of half a second ago at most. Rules that cannot be loaded end no slice that is with the venues, but the next. */
    synchronized Map<String, LeftNow> lately() {
        Instant now = clock.instant();
        if (Duration.between(asked, now).compareTo(STALE) >= 0) {
            asked = now;
            try {
                left = rules.get();
            } catch (Problem unloaded) {
                return left;
            }
        }
        return left;
    }
}
