package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A day that was decided, judged again from its plans: account by account in the order of the firm, in the rounds of the day,
 * with what the household traded before, by whatever rules are given. It stores nothing.
 */
public final class DayAgain {
    private final RunRecord run;
    private final RunMarket market;
    private final SessionDates sessions;
    private final AccountJudge judge;
    private final HouseholdBooks households;
    private final Map<String, Account> accounts;
    private final Map<String, List<TaxLot>> held;

    /** @param rules that judge; those of the day, or others */
    public DayAgain(RunRecord run, RunMarket market, RebalanceStore store, RuleBook rules) {
        Firm firm = market.firm();
        this.run = run;
        this.market = market;
        this.sessions = Sessions.expected(firm, run.date());
        this.judge = new AccountJudge(rules, firm, market.snapshot(), sessions);
        this.accounts = firm.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        this.held = firm.lots().stream().collect(Collectors.groupingBy(TaxLot::account));
        this.households = new HouseholdBooks(
                firm,
                account -> PastTrade.recent(store, run, account),
                account -> held.getOrDefault(account, List.of()));
    }

    /** Accounts that cannot be judged one without the other: these and all of their households. */
    public static Set<String> together(Firm firm, Set<String> accounts) {
        return HouseholdBooks.withHouseholds(firm, accounts);
    }

    /** What the plan of an account asks for, before any rule has seen it. */
    public List<ParentOrder> planned(AccountPlan plan) {
        return new PlannedOrders(run.id(), market.firm(), market.snapshot())
                .of(plan.account().id(), plan.proposal().trades());
    }

    /**
     * Judges one account. Those of a household must be asked in the order of the firm, and all of them.
     *
     * @param told of every decision
     */
    public JudgedOrders judge(AccountPlan plan, DecisionSink told) {
        Account account = accounts.get(plan.account().id());
        if (account == null) {
            throw new IllegalStateException("Expected the account "
                    + plan.account().id() + " of a plan of " + run.id() + " in its firm, but it is not there");
        }
        List<TaxLot> lots = held.getOrDefault(account.id(), List.of());
        JudgedOrders judged =
                judge.judge(account, lots, planned(plan), households.around(account), plan.target(), told);
        households.plans(account, judged.orders(), sessions);
        return judged;
    }
}
