package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the orders of one account before the rules and before its cash, once. */
final class AccountJudge {
    private final RuleBook rules;
    private final Firm firm;
    private final Known known;
    private final SessionDates sessions;

    AccountJudge(RuleBook rules, Firm firm, MarketSnapshot market, SessionDates sessions) {
        this.rules = rules;
        this.firm = firm;
        this.known = Known.of(market);
        this.sessions = sessions;
    }

    /** What the rules say of the orders, and what the cash says of those that they leave. */
    List<Verdict> check(Account account, List<TaxLot> lots, List<ParentOrder> orders, HouseholdBooks.Around around) {
        AccountBook book = new AccountBook(
                account,
                sessions,
                lots,
                orders,
                known.instruments(),
                known.closes(),
                known.closeDates(),
                known.averageDailyVolume(),
                around.own(),
                firm.settings().restricted(),
                firm.settings().shortAllowed().contains(account.id()),
                around.others());
        List<Verdict> verdicts = new ArrayList<>(rules.check(book));
        verdicts.addAll(cash(account, Decisions.apply(orders, verdicts).orders()));
        return verdicts;
    }

    /** On what the rules leave: a sale that was denied pays for nothing. */
    private List<Verdict> cash(Account account, List<ParentOrder> left) {
        return CashLimit.check(
                account, left, BigDecimal.valueOf(firm.settings().rebalance().costBps()));
    }

    /** What the rules may know of the market, in their form: made once, shared by the books of all accounts. */
    private record Known(
            Map<String, Instrument> instruments,
            Map<String, BigDecimal> closes,
            Map<String, LocalDate> closeDates,
            Map<String, BigDecimal> averageDailyVolume) {
        static Known of(MarketSnapshot market) {
            Map<String, BigDecimal> closes = new HashMap<>();
            Map<String, LocalDate> dates = new HashMap<>();
            Map<String, BigDecimal> volumes = new HashMap<>();
            market.closes().forEach((symbol, close) -> {
                closes.put(symbol, close.price());
                dates.put(symbol, close.date());
                market.averageDailyVolume(symbol)
                        .ifPresent(units -> volumes.put(symbol, BigDecimal.valueOf(Math.round(units))));
            });
            return new Known(
                    Map.copyOf(market.instruments()), Map.copyOf(closes), Map.copyOf(dates), Map.copyOf(volumes));
        }
    }
}
