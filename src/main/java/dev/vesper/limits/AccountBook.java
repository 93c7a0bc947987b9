package dev.vesper.limits;

import dev.vesper.basics.Fields;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.market.Instrument;
import dev.vesper.market.Sectors;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that the rules may know of one account before it trades.
 *
 * @param sessions when what is decided is traded
 * @param prices last close by symbol
 * @param priceDates the day each last close is from
 * @param averageDailyVolume units a day by symbol, absent where volume is unknown
 * @param recentTrades what the account traded in the last {@value #RECENT_DAYS} days, by earlier runs
 * @param restricted symbols that may not be bought, by firm.yaml
 * @param household its other accounts
 * @param lists of names as they stand on the business date
 * @param yardsticks what it is measured against
 */
public record AccountBook(
        Account account,
        SessionDates sessions,
        List<TaxLot> lots,
        List<ParentOrder> orders,
        Map<String, Instrument> instruments,
        Map<String, BigDecimal> prices,
        Map<String, LocalDate> priceDates,
        Map<String, BigDecimal> averageDailyVolume,
        List<RecentTrade> recentTrades,
        List<String> restricted,
        boolean shortAllowed,
        List<HouseholdMember> household,
        ListsOnDay lists,
        Yardsticks yardsticks) {
    /** How far back rules may look, in calendar days: 30 before a trade and 30 after it, and the day itself. */
    public static final int RECENT_DAYS = 61;

    public AccountBook {
        lots = List.copyOf(lots);
        orders = List.copyOf(orders);
        instruments = Map.copyOf(instruments);
        prices = Map.copyOf(prices);
        priceDates = Map.copyOf(priceDates);
        averageDailyVolume = Map.copyOf(averageDailyVolume);
        recentTrades = List.copyOf(recentTrades);
        restricted = List.copyOf(restricted);
        household = List.copyOf(household);
    }

    /** An account where no list names anything, and that is measured against nothing. */
    public AccountBook(
            Account account,
            SessionDates sessions,
            List<TaxLot> lots,
            List<ParentOrder> orders,
            Map<String, Instrument> instruments,
            Map<String, BigDecimal> prices,
            Map<String, LocalDate> priceDates,
            Map<String, BigDecimal> averageDailyVolume,
            List<RecentTrade> recentTrades,
            List<String> restricted,
            boolean shortAllowed,
            List<HouseholdMember> household) {
        this(
                account,
                sessions,
                lots,
                orders,
                instruments,
                prices,
                priceDates,
                averageDailyVolume,
                recentTrades,
                restricted,
                shortAllowed,
                household,
                ListsOnDay.NONE,
                Yardsticks.NONE);
    }

    /** An account by itself that trades on the day that decides. */
    public AccountBook(
            Account account,
            LocalDate date,
            List<TaxLot> lots,
            List<ParentOrder> orders,
            Map<String, Instrument> instruments,
            Map<String, BigDecimal> prices,
            Map<String, LocalDate> priceDates,
            Map<String, BigDecimal> averageDailyVolume,
            List<RecentTrade> recentTrades,
            List<String> restricted,
            boolean shortAllowed) {
        this(
                account,
                SessionDates.sameDay(date),
                lots,
                orders,
                instruments,
                prices,
                priceDates,
                averageDailyVolume,
                recentTrades,
                restricted,
                shortAllowed,
                List.of());
    }

    /** The business date, whose close decides. */
    public LocalDate date() {
        return sessions.business();
    }

    /** The same account with other orders. */
    public AccountBook withOrders(List<ParentOrder> others) {
        return with(others, lists, yardsticks);
    }

    /** The same account where these lists hold. */
    public AccountBook withLists(ListsOnDay others) {
        return with(orders, others, yardsticks);
    }

    /** The same account measured against other things. */
    public AccountBook withYardsticks(Yardsticks others) {
        return with(orders, lists, others);
    }

    private AccountBook with(List<ParentOrder> otherOrders, ListsOnDay otherLists, Yardsticks otherYardsticks) {
        return new AccountBook(
                account,
                sessions,
                lots,
                otherOrders,
                instruments,
                prices,
                priceDates,
                averageDailyVolume,
                recentTrades,
                restricted,
                shortAllowed,
                household,
                otherLists,
                otherYardsticks);
    }

    /** The lists that a symbol stands on, by name; what firm.yaml restricts stands on {@value NamedList#RESTRICTED}. */
    public SortedSet<String> listsOf(String symbol) {
        SortedMap<String, ListEntry> named = lists.of(symbol, instruments.get(symbol));
        if (named.isEmpty() && !restricted.contains(symbol)) {
            return Collections.emptySortedSet();
        }
        SortedSet<String> all = new TreeSet<>(named.keySet());
        if (restricted.contains(symbol)) {
            all.add(NamedList.RESTRICTED);
        }
        return all;
    }

    /** The sector of a symbol as the firm's file calls it; empty where it is unknown, or the symbol is. */
    public String sector(String symbol) {
        Instrument instrument = instruments.get(symbol);
        return instrument == null || Sectors.unknown(instrument.sector())
                ? ""
                : instrument.sector().strip();
    }

    /** What the firm's file says of a symbol beside what Vesper asks for. */
    public Fields fields(String symbol) {
        Instrument instrument = instruments.get(symbol);
        return instrument == null ? Fields.NONE : instrument.fields();
    }

    /** The asset class of a symbol as the firm's file calls it; empty where it says none or does not know the symbol. */
    public String assetClass(String symbol) {
        Instrument instrument = instruments.get(symbol);
        return instrument == null ? "" : instrument.assetClass().strip();
    }

    /**
     * A purchase or sale of the last weeks.
     *
     * @param quantity units, greater than zero
     * @param realisedGain of a sale, negative for a loss, see {@link
     *     dev.vesper.portfolio.RealisedGain#lossesFirst}; zero for a purchase
     */
    public record RecentTrade(String symbol, LocalDate date, Side side, BigDecimal quantity, BigDecimal realisedGain) {}
}
