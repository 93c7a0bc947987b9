package dev.vesper.limits.measure;

import dev.vesper.limits.LimitUtilisation;
import dev.vesper.orders.ParentOrder;
import java.util.List;

/** One thing that a limit binds, with the facts by which a table finds its row. */
public sealed interface Measured {
    FactValues facts();

    /** How much is used once the orders are done. */
    record Used(FactValues facts, LimitUtilisation used) implements Measured {}

    /**
     * Nobody can say how much is used. A table whose row says {@code "warn"} tells the approver; any other row denies the
     * orders, because what cannot be measured may be too much.
     *
     * @param orders that would use the limit, at least one: without an order there is nothing to stop
     */
    record Unknown(FactValues facts, List<ParentOrder> orders, Missing missing) implements Measured {
        public Unknown {
            if (orders.isEmpty()) {
                throw new IllegalArgumentException(
                        "Expected an order whose " + missing.what() + " is unknown, but there is none");
            }
            orders = List.copyOf(orders);
        }
    }
}
