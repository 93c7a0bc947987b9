package dev.vesper.rebalance;

import dev.vesper.orders.LotChoice;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * One trade of a proposal, in whole lots.
 *
 * @param quantity units, greater than zero, a multiple of the instrument's lot size
 * @param price the decision price
 * @param lots the tax lots a sell takes from, summing to the quantity; empty for a buy
 */
public record ProposedTrade(String symbol, Side side, BigDecimal quantity, BigDecimal price, List<LotChoice> lots) {
    public ProposedTrade {
        lots = List.copyOf(lots);
    }

    public BigDecimal notional() {
        return quantity.multiply(price);
    }
}
