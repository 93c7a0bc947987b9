package dev.vesper.limits;

import dev.vesper.portfolio.TaxLot;
import java.util.List;

/**
 * Another account of the household, as far as wash sales go: what it bought replaces what this one sells, and what it sold at
 * a loss this one may not buy.
 *
 * @param taxed whether its losses count: those of a retirement account do not
 * @param lots before it trades
 * @param trades of its last weeks, and those that it is to make on this day where that is known already
 */
public record HouseholdMember(String account, boolean taxed, List<TaxLot> lots, List<AccountBook.RecentTrade> trades) {
    public HouseholdMember {
        lots = List.copyOf(lots);
        trades = List.copyOf(trades);
    }
}
