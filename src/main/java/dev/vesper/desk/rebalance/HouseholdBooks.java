package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.AccountBook.RecentTrade;
import dev.vesper.limits.HouseholdMember;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.RealisedGain;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the accounts of a household know of each other when they are judged: what each holds, what it traded in the last
 * weeks, and what those judged before it are to trade on this day. May serve threads while nobody says what it plans.
 */
final class HouseholdBooks {
    private final Function<String, List<RecentTrade>> recent;
    private final Function<String, List<TaxLot>> held;
    private final Map<String, List<Account>> byHousehold;
    private final Map<String, List<RecentTrade>> planned = new HashMap<>();
    private final Map<String, List<RecentTrade>> known = new ConcurrentHashMap<>();

    /** @param recent what an account traded in the last weeks; asked once for each account that has others beside it */
    HouseholdBooks(Firm firm, Function<String, List<RecentTrade>> recent, Function<String, List<TaxLot>> held) {
        this.recent = recent;
        this.held = held;
        this.byHousehold = firm.accounts().stream()
                .filter(account -> !account.terms().household().isEmpty())
                .collect(Collectors.groupingBy(account -> account.terms().household()));
    }

    /** These accounts and all of their households: what one trades is known to those that are judged after it. */
    static Set<String> withHouseholds(Firm firm, Set<String> accounts) {
        Set<String> households = firm.accounts().stream()
                .filter(account -> accounts.contains(account.id()))
                .map(account -> account.terms().household())
                .filter(household -> !household.isEmpty())
                .collect(Collectors.toSet());
        Set<String> all = new HashSet<>(accounts);
        firm.accounts().stream()
                .filter(account -> households.contains(account.terms().household()))
                .forEach(account -> all.add(account.id()));
        return all;
    }

    /**
     * What an account is judged with.
     *
     * @param own what it traded in the last weeks
     */
    record Around(List<RecentTrade> own, List<HouseholdMember> others) {}

    Around around(Account account) {
        List<HouseholdMember> others = new ArrayList<>();
        List<Account> members = byHousehold.getOrDefault(account.terms().household(), List.of());
        if (members.size() < 2) {
            return new Around(recent.apply(account.id()), others);
        }
        for (Account other : members) {
            if (!other.id().equals(account.id())) {
                List<RecentTrade> trades = new ArrayList<>(known.computeIfAbsent(other.id(), recent));
                trades.addAll(planned.getOrDefault(other.id(), List.of()));
                others.add(
                        new HouseholdMember(other.id(), !other.terms().retirement(), held.apply(other.id()), trades));
            }
        }
        return new Around(known.computeIfAbsent(account.id(), recent), others);
    }

    /** Remembers what an account is to trade, for those of its household that are judged after it. */
    void plans(Account account, List<ParentOrder> orders, SessionDates sessions) {
        if (byHousehold.getOrDefault(account.terms().household(), List.of()).size() < 2) {
            return;
        }
        Map<String, TaxLot> lots = new HashMap<>();
        held.apply(account.id()).forEach(lot -> lots.put(lot.id(), lot));
        planned.put(
                account.id(),
                orders.stream()
                        .map(order -> new RecentTrade(
                                order.symbol(),
                                sessions.of(order.symbol()),
                                order.side(),
                                order.quantity(),
                                order.side() == Side.SELL ? gain(order, lots) : BigDecimal.ZERO))
                        .toList());
    }

    /** What the lots of a sale would realise at the price of the decision. */
    private static BigDecimal gain(ParentOrder order, Map<String, TaxLot> lots) {
        List<RealisedGain.SoldLot> sold = order.lots().stream()
                .map(choice -> new RealisedGain.SoldLot(
                        choice.quantity(),
                        Optional.ofNullable(lots.get(choice.lotId())).map(TaxLot::cost)))
                .toList();
        return RealisedGain.lossesFirst(order.quantity(), order.decisionPrice().multiply(order.quantity()), sold);
    }
}
