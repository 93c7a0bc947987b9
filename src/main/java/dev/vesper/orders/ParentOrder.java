package dev.vesper.orders;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the desk wants done for one account in one instrument today.
 *
 * @param id made before anything is sent, for example {@code 2018-04-11-001-0007}
 * @param quantity units, greater than zero, a multiple of the lot size
 * @param lotSize units of one trading lot, so that {@code quantity / lotSize} is whole
 * @param decisionPrice the price the decision was taken at (the last close), in currency units
 * @param strategy how it is spread over the day
 * @param lots the tax lots a sell takes from; empty for a buy
 */
public record ParentOrder(
        String id,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal lotSize,
        BigDecimal tickSize,
        BigDecimal decisionPrice,
        String currency,
        SlicingStrategy strategy,
        List<LotChoice> lots) {
    public ParentOrder {
        lots = List.copyOf(lots);
    }

    public long wholeLots() {
        return quantity.divideToIntegralValue(lotSize).longValueExact();
    }

    /** Quantity times decision price, without sign. */
    public BigDecimal notional() {
        return quantity.multiply(decisionPrice);
    }
}
