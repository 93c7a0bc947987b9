package dev.vesper.adapters.report;

import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Implementation shortfall of one parent order: what trading it cost against a paper portfolio that traded everything at
 * the decision price, for free. All amounts in currency units, positive is a cost, negative is a gain.
 *
 * <p>For example buy 1,000 decided at 10.00, market at 10.05 when we arrive, 800 filled at 10.07 with 14 commission, 200
 * cancelled when the price is 10.08: delay 40, execution 16, opportunity 16, fees 14, together 86 or 86 basis points of
 * the 10,000 paper investment.
 *
 * <p>Source: Perold, The implementation shortfall: paper versus reality, Journal of Portfolio Management 14(3), 1988,
 * with delay split off as in Kissell, The Science of Algorithmic Trading and Portfolio Management, 2013, chapter 3.
 *
 * @param paper ordered quantity times decision price, zero or more: the base of the basis points
 * @param delay filled quantity times the move from decision to arrival
 * @param execution filled quantity times the move from arrival to the fill price
 * @param opportunity unfilled quantity times the move from decision to the last price
 * @param fees what venues and brokers charged
 */
record OrderCosts(BigDecimal paper, BigDecimal delay, BigDecimal execution, BigDecimal opportunity, BigDecimal fees) {

    static final OrderCosts NONE =
            new OrderCosts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * The shortfall of one order.
     *
     * @param ordered units, zero or more
     * @param decision price the decision was taken at
     * @param arrival price of the market when the order could first trade
     * @param last price that the unfilled rest is marked at
     */
    static OrderCosts of(
            Side side, BigDecimal ordered, BigDecimal decision, BigDecimal arrival, BigDecimal last, List<Fill> fills) {
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        BigDecimal filled = BigDecimal.ZERO;
        BigDecimal execution = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        for (Fill fill : fills) {
            filled = filled.add(fill.quantity());
            execution = execution.add(fill.price().subtract(arrival).multiply(fill.quantity()));
            fees = fees.add(fill.fee());
        }
        return new OrderCosts(
                ordered.multiply(decision),
                sign.multiply(arrival.subtract(decision)).multiply(filled),
                sign.multiply(execution),
                sign.multiply(last.subtract(decision)).multiply(ordered.subtract(filled)),
                fees);
    }

    BigDecimal total() {
        return delay.add(execution).add(opportunity).add(fees);
    }

    OrderCosts plus(OrderCosts other) {
        return new OrderCosts(
                paper.add(other.paper),
                delay.add(other.delay),
                execution.add(other.execution),
                opportunity.add(other.opportunity),
                fees.add(other.fees));
    }

    /** An amount as basis points (1/10,000) of the paper investment; 0 where nothing was ordered. */
    double bps(BigDecimal amount) {
        return paper.signum() == 0
                ? 0
                : amount.divide(paper, MathContext.DECIMAL64).doubleValue() * 10_000;
    }
}
