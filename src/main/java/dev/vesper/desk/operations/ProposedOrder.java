package dev.vesper.desk.operations;

import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import java.math.BigDecimal;

/**
 * One order as it is put before people: what the rules left of it.
 *
 * @param order its id, for example {@code 2018-04-11-001-ACC1-IBM}
 * @param quantity units, after cuts
 * @param decisionPrice in currency units
 * @param notional quantity times decision price
 */
public record ProposedOrder(
        String order,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal decisionPrice,
        BigDecimal notional,
        String currency) {
    static ProposedOrder of(ParentOrder order) {
        return new ProposedOrder(
                order.id(),
                order.account(),
                order.symbol(),
                order.side(),
                order.quantity(),
                order.decisionPrice(),
                order.notional(),
                order.currency());
    }
}
