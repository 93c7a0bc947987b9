package dev.vesper.execution.queue;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/**
 * What a venue tells of one order, its own id and all: a row of an order-by-order (level 3) record.
 *
 * @param millis milliseconds since 1970
 * @param id rises with the time an order was entered
 * @param lots smallest units that are left of it after this; of a deleted one those that were taken back, 0 where it was filled
 */
public record OrderEvent(long millis, long id, Side side, BigDecimal price, long lots, Action action) {
    /** What became of the order. */
    public enum Action {
        CREATED,
        CHANGED,
        DELETED
    }
}
