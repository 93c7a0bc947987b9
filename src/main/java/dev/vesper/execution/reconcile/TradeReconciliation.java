package dev.vesper.execution.reconcile;

import java.util.List;

/**
 * A day's executions on both sides.
 *
 * @param venues by name
 * @param breaks by venue, then by execution
 */
public record TradeReconciliation(List<VenueTotal> venues, List<TradeBreak> breaks) {
    public TradeReconciliation {
        venues = List.copyOf(venues);
        breaks = List.copyOf(breaks);
    }

    /** Executions on which both agree. */
    public int matched() {
        return venues.stream().mapToInt(VenueTotal::matched).sum();
    }
}
