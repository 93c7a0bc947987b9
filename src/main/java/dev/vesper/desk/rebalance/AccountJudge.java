package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.CashLimit;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts the orders of one account before the rules and before its cash. */
final class AccountJudge {
    /** Judging again after a cut: each round can only take away, and three have always been enough. */
    private static final int ROUNDS = 10;

    private final RuleBook rules;
    private final Firm firm;
    private final JudgedBooks books;

    AccountJudge(RuleBook rules, Firm firm, MarketSnapshot market, SessionDates sessions) {
        this.rules = rules;
        this.firm = firm;
        this.books = JudgedBooks.of(firm, market, sessions);
    }

    /**
     * What the rules say of the orders, and what the cash says of those that they leave.
     *
     * @param target that the account should hold
     * @param told of every decision of the rules
     */
    List<Verdict> check(
            Account account,
            List<TaxLot> lots,
            List<ParentOrder> orders,
            HouseholdBooks.Around around,
            TargetWeights target,
            DecisionSink told) {
        List<Verdict> verdicts = new ArrayList<>(
                rules.check(books.book(account, lots, orders, around.own(), around.others(), target), told));
        verdicts.addAll(cash(account, Decisions.apply(orders, verdicts).orders()));
        return verdicts;
    }

    /** The limits that an account is over before it trades. */
    List<Breach> standing(Account account, List<TaxLot> lots) {
        return rules.standing(books.book(account, lots, List.of(), List.of(), List.of()));
    }

    /**
     * What tells breaches that orders made.
     *
     * @param judged the rules that judged the orders of an earlier day
     * @param decided that day
     */
    BreachCauses causes(RuleBook judged, MarketSnapshot market, LocalDate decided) {
        return BreachCauses.of(judged, books, market, decided);
    }

    /**
     * Asks the rules until they leave what is left as it is; keeps the verdicts that acted and those on the final book.
     *
     * @param asked the orders as they were planned
     * @param target that they were planned for
     */
    JudgedOrders judge(
            Account account,
            List<TaxLot> lots,
            List<ParentOrder> asked,
            HouseholdBooks.Around around,
            TargetWeights target,
            DecisionSink told) {
        List<Verdict> acted = new ArrayList<>();
        List<ParentOrder> orders = asked;
        for (int round = 0; ; round++) {
            List<Verdict> verdicts = check(account, lots, orders, around, target, told);
            Decisions decisions = Decisions.apply(orders, verdicts);
            if (decisions.changes().isEmpty() || round == ROUNDS) {
                List<Verdict> all = new ArrayList<>(acted);
                all.addAll(verdicts);
                return new JudgedOrders(decisions.orders(), all);
            }
            decisions.changes().forEach(c -> acted.addAll(c.because()));
            orders = decisions.orders();
        }
    }

    /** On what the rules leave: a sale that was denied pays for nothing. */
    private List<Verdict> cash(Account account, List<ParentOrder> left) {
        return CashLimit.check(
                account, left, BigDecimal.valueOf(firm.settings().rebalance().costBps()));
    }
}
