package dev.vesper.approvals;

import java.util.List;

/**
 * Single orders that somebody unticks in a proposal.
 *
 * @param orders their ids, each once; none where nothing is left out
 * @param reason why, for all of them
 * @param rest sum of the proposal without these and all that was left out before
 */
public record LeavingOut(List<String> orders, String reason, String rest) {
    /** All of it is meant. */
    public static final LeavingOut NOTHING = new LeavingOut(List.of(), "", "");

    public LeavingOut {
        orders = List.copyOf(orders);
    }

    boolean nothing() {
        return orders.isEmpty();
    }
}
