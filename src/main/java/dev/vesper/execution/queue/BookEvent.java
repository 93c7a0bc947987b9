package dev.vesper.execution.queue;

import dev.vesper.orders.Side;
import java.math.BigDecimal;

/** What happens to the orders that wait in a book. */
sealed interface BookEvent {
    long millis();

    long id();

    /** It joins the end of the queue at its price. */
    record Added(long millis, long id, Side side, BigDecimal price, long lots) implements BookEvent {}

    /** Somebody took from it. */
    record Traded(long millis, long id, long lots) implements BookEvent {}

    /** What was left of it was taken back. */
    record Cancelled(long millis, long id) implements BookEvent {}
}
