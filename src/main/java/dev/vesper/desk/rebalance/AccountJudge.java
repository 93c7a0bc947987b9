package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts the orders of one account before the rules and before its cash, once. */
final class AccountJudge {
    private final RuleBook rules;
    private final Firm firm;
    private final JudgedBooks books;

    AccountJudge(RuleBook rules, Firm firm, MarketSnapshot market, SessionDates sessions) {
        this.rules = rules;
        this.firm = firm;
        this.books = JudgedBooks.of(firm, market, sessions);
    }

    /** What the rules say of the orders, and what the cash says of those that they leave. */
    List<Verdict> check(Account account, List<TaxLot> lots, List<ParentOrder> orders, HouseholdBooks.Around around) {
        List<Verdict> verdicts =
                new ArrayList<>(rules.check(books.book(account, lots, orders, around.own(), around.others())));
        verdicts.addAll(cash(account, Decisions.apply(orders, verdicts).orders()));
        return verdicts;
    }

    /** On what the rules leave: a sale that was denied pays for nothing. */
    private List<Verdict> cash(Account account, List<ParentOrder> left) {
        return CashLimit.check(
                account, left, BigDecimal.valueOf(firm.settings().rebalance().costBps()));
    }
}
