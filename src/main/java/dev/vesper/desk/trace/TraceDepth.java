package dev.vesper.desk.trace;

/**
 * How much of a run is told in spans, each kind with all before it.
 *
 * @param kind of the smallest part that has a span of its own
 * @param orders how many parents are followed in each slice where orders are told: always the same ones, as far as they trade
 */
public record TraceDepth(Part kind, int orders) {
    /** What has a span, from the whole to the smallest. */
    public enum Part {
        /** The run, its stages, its waits for people. */
        STAGES,
        /** And each slice of the session, with its orders in figures. */
        SLICES,
        /** And some child orders of each slice, from leaving to their end. */
        ORDERS,
        /** And every FIX message of those. */
        MESSAGES
    }

    public boolean tells(Part part) {
        return kind.compareTo(part) >= 0;
    }
}
