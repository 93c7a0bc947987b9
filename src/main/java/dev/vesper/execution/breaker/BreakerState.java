package dev.vesper.execution.breaker;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The breakers of a run's venues.
 *
 * @param touched by venue; a venue that is not there has a closed one
 * @param events how many events made it so
 */
public record BreakerState(Map<String, Breaker> touched, int events) {
    /** Every breaker is closed. */
    public static final BreakerState NOTHING = new BreakerState(Map.of(), 0);

    public BreakerState {
        touched = Map.copyOf(touched);
    }

    /** The breaker of a venue. */
    public Breaker of(String venue) {
        return touched.getOrDefault(venue, Breaker.untouched(venue));
    }

    /** Those that were ever open, in the order of their venues. */
    public Collection<Breaker> inOrder() {
        return new TreeMap<>(touched).values();
    }

    BreakerState moved(Breaker breaker) {
        Map<String, Breaker> next = new TreeMap<>(touched);
        next.put(breaker.venue(), breaker);
        return new BreakerState(next, events + 1);
    }
}
