package dev.vesper.execution.queue;

import dev.vesper.execution.queue.BookEvent.Added;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The orders at one price, first come first served, and those that are followed there. */
final class PriceQueue {
    private final List<Waiting> queue = new ArrayList<>();
    private final List<FollowedOrder> followed = new ArrayList<>();
    private long lots;

    /** An order of the record that waits. */
    static final class Waiting {
        final Added order;
        final PriceQueue at;
        final int turn;
        final @Nullable FollowedOrder followed;
        long lots;

        Waiting(Added order, PriceQueue at, int turn, @Nullable FollowedOrder followed) {
            this.order = order;
            this.at = at;
            this.turn = turn;
            this.followed = followed;
            this.lots = order.lots();
        }
    }

    long lots() {
        return lots;
    }

    List<FollowedOrder> followed() {
        return followed;
    }

    boolean first(Waiting one) {
        return queue.getFirst() == one;
    }

    void join(Waiting one) {
        long before = lots;
        lots += one.lots;
        long after = lots;
        followed.forEach(order -> order.size(before, order.own(), after));
        queue.add(one);
        if (one.followed != null) {
            followed.add(one.followed);
        }
    }

    /** Lots of an order trade or go; whoever came after it moves up, and all are told the new size. */
    void less(Waiting one, long gone) {
        long before = lots;
        lots -= gone;
        one.lots -= gone;
        if (one.lots == 0) {
            queue.removeIf(other -> other == one);
        }
        for (FollowedOrder order : followed) {
            if (order.turn() > one.turn) {
                order.advance(gone);
            }
            order.size(before, order.own() + (order == one.followed ? gone : 0), lots);
        }
    }
}
