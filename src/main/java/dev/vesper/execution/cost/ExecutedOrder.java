package dev.vesper.execution.cost;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * One parent order and what became of it, for example buy 1,000, of which 800 were filled at 10.07.
 *
 * @param children how many child orders were sent
 * @param filled units filled
 * @param filledNotional filled units at fill prices
 * @param arrival the market's price when the order began to work; the decision price where it is not known
 * @param last what an unfilled rest is marked at
 * @param reason the first reason a venue gave for a reject, or empty
 */
public record ExecutedOrder(
        ParentOrder order,
        OrderStatus status,
        int children,
        BigDecimal filled,
        BigDecimal filledNotional,
        BigDecimal arrival,
        BigDecimal last,
        ImplementationShortfall costs,
        String reason) {

    /** Units never filled. */
    public BigDecimal leaves() {
        return order.quantity().subtract(filled);
    }

    /** What was not filled, at the decision price: how much of the plan is missing. */
    public BigDecimal leavesNotional() {
        return leaves().multiply(order.decisionPrice());
    }

    /** Average fill price weighted by quantity, in currency units; empty where nothing was filled. */
    public Optional<BigDecimal> averagePrice() {
        return filled.signum() == 0
                ? Optional.empty()
                : Optional.of(filledNotional.divide(filled, MathContext.DECIMAL64));
    }
}
