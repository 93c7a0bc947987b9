package dev.vesper.execution.quality;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as a venue received it, and what became of it.
 *
 * @param key run and client order id
 * @param date of the session it was worked in
 * @param decisionPrice the close its parent was decided at, in currency units
 * @param assetClass as the firm's file said when the run was opened; null where that is not kept
 * @param midpoint whether the venue trades at the midpoint only; null where the firm's file of then is not kept
 */
public record SentOrder(
        String key,
        LocalDate date,
        ChildOrder order,
        ChildOutcome outcome,
        String currency,
        BigDecimal decisionPrice,
        @Nullable String assetClass,
        @Nullable Boolean midpoint,
        List<KeyedFill> fills) {
    public SentOrder {
        fills = List.copyOf(fills);
    }

    /** Quantity at its limit, in currency units. */
    public BigDecimal notional() {
        return order.quantity().multiply(order.limitPrice());
    }
}
