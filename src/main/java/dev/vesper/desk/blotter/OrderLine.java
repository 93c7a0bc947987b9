package dev.vesper.desk.blotter;

import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One parent order as it stands, with the figures that the report has at the end. Prices and amounts in currency units.
 *
 * @param order its id, for example {@code 2018-04-11-001-0007}
 * @param leaves units not filled; none of an order that was left out
 * @param averagePrice of its fills, weighted by quantity; null where nothing is filled
 * @param arrivalPrice the market's when the session began; the decision price where that is not known
 * @param executionBps fills against the arrival price, in basis points of the order at its decision price: the report's
 *     execution part of the implementation shortfall; positive is a cost
 * @param children how many were decided so far
 * @param reason the first reason of a child that was rejected or denied, or who left the order out and why, or empty
 */
public record OrderLine(
        String order,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal filled,
        BigDecimal leaves,
        @Nullable BigDecimal averagePrice,
        BigDecimal arrivalPrice,
        BigDecimal decisionPrice,
        double executionBps,
        String currency,
        OrderStatus state,
        int children,
        String reason) {
    static OrderLine of(ExecutedOrder one) {
        return new OrderLine(
                one.order().id(),
                one.order().account(),
                one.order().symbol(),
                one.order().side(),
                one.order().quantity(),
                one.filled(),
                one.status() == OrderStatus.LEFT_OUT ? BigDecimal.ZERO : one.leaves(),
                one.averagePrice().orElse(null),
                one.arrival(),
                one.order().decisionPrice(),
                one.costs().executionBps(),
                one.order().currency(),
                one.status(),
                one.children(),
                one.reason());
    }
}
