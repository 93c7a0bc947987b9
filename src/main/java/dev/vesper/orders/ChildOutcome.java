package dev.vesper.orders;

import java.math.BigDecimal;

/**
 * How a child order ended.
 *
 * @param filled units filled, 0 to the child's quantity
 * @param reason why a venue rejected it, or empty
 */
public record ChildOutcome(String clientOrderId, State state, BigDecimal filled, String reason) {
    /** The end states of FIX OrdStatus that a child can reach. */
    public enum State {
        FILLED,
        CANCELLED,
        REJECTED
    }
}
