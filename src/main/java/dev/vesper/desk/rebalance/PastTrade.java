package dev.vesper.desk.rebalance;

import dev.vesper.limits.AccountBook;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.RealisedGain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an earlier run traded for one parent order.
 *
 * @param quantity units filled
 * @param proceeds quantity times price of all fills, less fees, in currency units
 * @param lots the tax lots a sale takes from, in their order; empty for a purchase
 */
public record PastTrade(
        String symbol,
        LocalDate date,
        Side side,
        BigDecimal quantity,
        BigDecimal proceeds,
        List<RealisedGain.SoldLot> lots) {
    public PastTrade {
        lots = List.copyOf(lots);
    }

    /** As the rules see it. */
    AccountBook.RecentTrade forRules() {
        BigDecimal gain = side == Side.SELL ? RealisedGain.of(quantity, proceeds, lots) : BigDecimal.ZERO;
        return new AccountBook.RecentTrade(symbol, date, side, quantity, gain);
    }
}
