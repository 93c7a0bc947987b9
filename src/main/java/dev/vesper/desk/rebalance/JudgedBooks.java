package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.HouseholdMember;
import dev.vesper.limits.Yardsticks;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.PastReturns;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books that the rules judge: what they may know of the market, in their form, made once and shared by the books of all
 * accounts. Who looks at a run later makes the same books again.
 *
 * @param closes last close by symbol
 * @param closeDates the day each is from
 * @param averageDailyVolume units a day by symbol; absent where it is not known
 * @param returns by which risk is measured
 */
public record JudgedBooks(
        Firm firm,
        SessionDates sessions,
        Map<String, Instrument> instruments,
        Map<String, BigDecimal> closes,
        Map<String, LocalDate> closeDates,
        Map<String, BigDecimal> averageDailyVolume,
        PastReturns returns) {
    /** As they were on a business date. */
    public static JudgedBooks of(RunMarket market, LocalDate date) {
        return of(market.firm(), market.snapshot(), Sessions.expected(market.firm(), date));
    }

    static JudgedBooks of(Firm firm, MarketSnapshot market, SessionDates sessions) {
        Map<String, BigDecimal> closes = new HashMap<>();
        Map<String, LocalDate> dates = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        market.closes().forEach((symbol, close) -> {
            closes.put(symbol, close.price());
            dates.put(symbol, close.date());
            market.averageDailyVolume(symbol)
                    .ifPresent(units -> volumes.put(symbol, BigDecimal.valueOf(Math.round(units))));
        });
        return new JudgedBooks(
                firm,
                sessions,
                Map.copyOf(market.instruments()),
                Map.copyOf(closes),
                Map.copyOf(dates),
                Map.copyOf(volumes),
                PastReturns.of(market.history()));
    }

    /** The book of an account that should hold a target. */
    public AccountBook book(
            Account account,
            List<TaxLot> lots,
            List<ParentOrder> orders,
            List<AccountBook.RecentTrade> own,
            List<HouseholdMember> others,
            TargetWeights target) {
        return book(account, lots, orders, own, others)
                .withYardsticks(new Yardsticks(
                        target.ofValue(firm.settings().rebalance().cashBuffer()), returns));
    }

    /**
     * The book of one account of which nobody knows what it should hold.
     *
     * @param lots what it holds before it trades
     * @param own what it traded in the last weeks; no limit asks for it, compliance does
     * @param others of its household
     */
    public AccountBook book(
            Account account,
            List<TaxLot> lots,
            List<ParentOrder> orders,
            List<AccountBook.RecentTrade> own,
            List<HouseholdMember> others) {
        return new AccountBook(
                        account,
                        sessions,
                        lots,
                        orders,
                        instruments,
                        closes,
                        closeDates,
                        averageDailyVolume,
                        own,
                        firm.settings().restricted(),
                        firm.settings().shortAllowed().contains(account.id()),
                        others)
                .withYardsticks(new Yardsticks(Collections.emptySortedMap(), returns));
    }
}
