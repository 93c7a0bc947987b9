package dev.vesper.desk.rebalance;

import dev.vesper.basics.Money;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.AccountBook.RecentTrade;
import dev.vesper.limits.Breach;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.PriceHistory;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.PastReturns;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the breaches that our own orders made from those that the market, flows, data or other rules made. Made by orders is
 * what the account is over at the closes at which the orders of the last day were decided and by the rules that judged them,
 * and would not be, or less, without what was traded of them. So a purchase to just below a limit that rises since is passive;
 * one that was let pass with a warning, or whose sale beside was not filled, is active.
 *
 * @param judged the rules that judged the last day's orders
 * @param then the books at the closes at which they were decided
 * @param decided the business date of that day: its orders traded later
 */
record BreachCauses(RuleBook judged, JudgedBooks then, LocalDate decided) {
    /** @param books as they are today */
    static BreachCauses of(RuleBook judged, JudgedBooks books, MarketSnapshot market, LocalDate decided) {
        PriceHistory until = market.history().until(decided);
        Map<String, BigDecimal> closes = new HashMap<>();
        Map<String, LocalDate> dates = new HashMap<>();
        until.symbols()
                .forEach(symbol -> until.lastClose(symbol).ifPresent(close -> {
                    closes.put(symbol, close.price());
                    dates.put(symbol, close.date());
                }));
        JudgedBooks then = new JudgedBooks(
                books.firm(),
                books.sessions(),
                books.instruments(),
                Map.copyOf(closes),
                Map.copyOf(dates),
                books.averageDailyVolume(),
                PastReturns.of(until));
        return new BreachCauses(judged, then, decided);
    }

    /**
     * An account that begins over limits.
     *
     * @param lots what it holds before it trades
     * @param own what it traded in the last weeks
     * @param over what it is over
     */
    record Begun(Account account, List<TaxLot> lots, List<RecentTrade> own, List<Breach> over) {
        Begun {
            lots = List.copyOf(lots);
            own = List.copyOf(own);
            over = List.copyOf(over);
        }
    }

    /** The same breaches, each with its cause. */
    List<Breach> of(Begun begun) {
        List<RecentTrade> ours = begun.own().stream()
                .filter(trade -> trade.date().isAfter(decided))
                .toList();
        if (ours.isEmpty()) {
            return begun.over();
        }
        Account account = begun.account();
        Map<String, BigDecimal> with = beyond(account, begun.lots());
        List<TaxLot> held = new ArrayList<>(begun.lots());
        BigDecimal cash = account.cash().amount();
        for (RecentTrade trade : ours) {
            BigDecimal close = then.closes().getOrDefault(trade.symbol(), BigDecimal.ZERO);
            BigDecimal units = trade.side() == Side.BUY ? trade.quantity().negate() : trade.quantity();
            held.add(new TaxLot(
                    account.id() + "/" + trade.symbol() + "/undone/" + held.size(),
                    account.id(),
                    trade.symbol(),
                    units,
                    close,
                    trade.date()));
            cash = cash.subtract(units.multiply(close));
        }
        Map<String, BigDecimal> without =
                beyond(account.withCash(Money.of(cash, account.cash().currency()), account.unsettled()), held);
        return begun.over().stream()
                .map(one -> {
                    BigDecimal made = with.get(key(one));
                    BigDecimal before = without.get(key(one));
                    boolean active = made != null && (before == null || made.compareTo(before) > 0);
                    return active ? one.madeByOrders() : one;
                })
                .toList();
    }

    private Map<String, BigDecimal> beyond(Account account, List<TaxLot> lots) {
        AccountBook book = then.book(account, lots, List.of(), List.of(), List.of());
        Map<String, BigDecimal> beyond = new HashMap<>();
        judged.standing(book).forEach(one -> beyond.put(key(one), one.beyond()));
        return beyond;
    }

    /** What makes it the same limit of the same thing, whichever version of the rule says so. */
    private static String key(Breach breach) {
        return breach.rule().name() + "\n" + breach.account() + "\n" + breach.subject();
    }
}
