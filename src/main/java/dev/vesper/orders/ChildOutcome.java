package dev.vesper.orders;

import java.math.BigDecimal;

/**
 * How a child order ended.
 *
 * @param filled units filled, 0 to the child's quantity
 * @param reason why a venue rejected it or we denied it, or empty
 */
public record ChildOutcome(String clientOrderId, State state, BigDecimal filled, String reason) {
    /** The end states of FIX OrdStatus that a child can reach, and the one of what never reached a venue. */
    public enum State {
        FILLED,
        CANCELLED,
        /** Refused by a venue. */
        REJECTED,
        /** Refused by us: a kill switch, or what changed rules leave of its order, stopped it before it left. */
        DENIED
    }
}
