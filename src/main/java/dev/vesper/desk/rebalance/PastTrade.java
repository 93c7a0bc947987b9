package dev.vesper.desk.rebalance;

import dev.vesper.books.Unit;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.AccountBook;
import dev.vesper.orders.Fill;
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

    /**
     * What one order traded.
     *
     * @param fills of the order, one or more
     * @param business the day of trades whose fills carry none
     */
    public static PastTrade of(List<Fill> fills, LocalDate business, List<RealisedGain.SoldLot> lots) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal proceeds = BigDecimal.ZERO;
        for (Fill fill : fills) {
            quantity = quantity.add(fill.quantity());
            proceeds = proceeds.add(fill.quantity().multiply(fill.price())).subtract(fill.fee());
        }
        Fill first = fills.getFirst();
        return new PastTrade(
                first.symbol(), first.dateOr(business), first.side(), Unit.plain(quantity), Unit.plain(proceeds), lots);
    }

    /** What an account traded in the weeks before a run, as the rules see it. */
    static List<AccountBook.RecentTrade> recent(RebalanceStore store, RunRecord run, String account) {
        return store.recentTrades(run, account, run.date().minusDays(AccountBook.RECENT_DAYS)).stream()
                .map(PastTrade::forRules)
                .toList();
    }

    /** As the rules see it. */
    AccountBook.RecentTrade forRules() {
        BigDecimal gain = side == Side.SELL ? RealisedGain.lossesFirst(quantity, proceeds, lots) : BigDecimal.ZERO;
        return new AccountBook.RecentTrade(symbol, date, side, quantity, gain);
    }
}
