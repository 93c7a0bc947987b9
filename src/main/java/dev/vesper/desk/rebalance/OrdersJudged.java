package dev.vesper.desk.rebalance;

import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.TargetWeights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Orders of a day that was decided, put before rules again, with what the household traded before: account by account in the
 * order of the firm, each account once.
 */
final class OrdersJudged {
    private static final TargetWeights NO_TARGET = new TargetWeights("", new TreeMap<>());

    private final SessionDates sessions;
    private final AccountJudge judge;
    private final HouseholdBooks households;
    private final Map<String, List<TaxLot>> held;
    private final Map<String, List<ParentOrder>> orders;
    private final Map<String, TargetWeights> targets;

    /**
     * @param rules those that judged the day, or others
     * @param orders of all accounts
     */
    OrdersJudged(RunRecord run, RunMarket market, RebalanceStore store, RuleBook rules, List<ParentOrder> orders) {
        Firm firm = market.firm();
        this.sessions = Sessions.expected(firm, run.date());
        this.judge = new AccountJudge(rules, firm, market.snapshot(), sessions);
        this.held = firm.lots().stream().collect(Collectors.groupingBy(TaxLot::account));
        this.orders = orders.stream().collect(Collectors.groupingBy(ParentOrder::account));
        this.targets = targets(run, store);
        this.households = new HouseholdBooks(
                firm,
                account -> PastTrade.recent(store, run, account),
                account -> held.getOrDefault(account, List.of()));
    }

    private static Map<String, TargetWeights> targets(RunRecord run, RebalanceStore store) {
        Map<String, TargetWeights> known = new HashMap<>();
        store.withoutPasses(run.id())
                .ifPresent(decided ->
                        decided.plans().forEach(plan -> known.put(plan.account().id(), plan.target())));
        return known;
    }

    List<ParentOrder> orders(Account account) {
        return orders.getOrDefault(account.id(), List.of());
    }

    /** What the rules and the cash say of the orders as they are. */
    List<Verdict> judged(Account account) {
        List<Verdict> verdicts = judge.check(
                account,
                held.getOrDefault(account.id(), List.of()),
                orders(account),
                households.around(account),
                target(account),
                DecisionSink.NONE);
        households.plans(account, orders(account), sessions);
        return verdicts;
    }

    /** What they leave of the orders. */
    JudgedOrders left(Account account) {
        JudgedOrders left = judge.judge(
                account,
                held.getOrDefault(account.id(), List.of()),
                orders(account),
                households.around(account),
                target(account),
                DecisionSink.NONE);
        households.plans(account, left.orders(), sessions);
        return left;
    }

    private TargetWeights target(Account account) {
        return targets.getOrDefault(account.id(), NO_TARGET);
    }
}
