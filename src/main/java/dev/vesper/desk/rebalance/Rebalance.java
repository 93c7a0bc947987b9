package dev.vesper.desk.rebalance;

import dev.vesper.basics.Counted;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.ChangedTicks;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.Progress;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.Decisions;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.market.Instrument;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stage 2: what each account should hold, whole lots that come closest, and what the rules leave of them. Hard limits act
 * here, before anyone is asked.
 */
public final class Rebalance implements Stage {
    public static final StageName NAME = StageName.of("rebalance");
    /** Judging again after a cut: each round can only take away, and three have always been enough. */
    private static final int ROUNDS = 10;

    private final RunStore runs;
    private final RebalanceStore store;
    private final RunMarkets markets;
    private final LotPlanner planner;
    private final RuleBook rules;
    private final Progress progress;
    private final Executor planners;

    /**
     * The stage over its ports.
     *
     * @param planners plans accounts side by side; how many at a time changes nothing but the time
     */
    public Rebalance(
            RunStore runs,
            RebalanceStore store,
            RunMarkets markets,
            LotPlanner planner,
            RuleBook rules,
            Progress progress,
            Executor planners) {
        this.runs = runs;
        this.store = store;
        this.markets = markets;
        this.planner = planner;
        this.rules = rules;
        this.progress = progress;
        this.planners = planners;
    }

    @Override
    public StageName name() {
        return NAME;
    }

    @Override
    public Result run(RunId run) {
        return store.figures(run).orElseGet(() -> {
            decide(run);
            return store.figures(run).orElseThrow();
        });
    }

    private void decide(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        RunMarket bound = markets.of(record);
        Firm firm = bound.firm();
        MarketSnapshot snapshot = bound.snapshot();
        ChangedTicks.sentence(firm, snapshot).ifPresent(sentence -> progress.say("  ! " + sentence));
        SessionDates sessions = Sessions.expected(firm, record.date());
        AccountPlanner accounts = new AccountPlanner(planner, record, firm, snapshot);
        RuleBook rulesOfRun = rules.of(run);
        rulesOfRun.require(FirmColumns.of(firm.instruments().values(), firm.accounts()));
        AccountJudge judging = new AccountJudge(rulesOfRun, firm, snapshot, sessions);
        Map<String, List<TaxLot>> held = firm.lots().stream().collect(Collectors.groupingBy(TaxLot::account));
        List<Supplier<Planned>> work = new ArrayList<>();
        for (Account account : firm.accounts()) {
            List<TaxLot> lots = held.getOrDefault(account.id(), List.of());
            work.add(() -> accounts.plan(account, lots));
        }
        HouseholdBooks households = new HouseholdBooks(
                firm,
                account -> PastTrade.recent(store, record, account),
                account -> held.getOrDefault(account, List.of()));
        int all = firm.accounts().size();
        try (InOrder<Planned> planned = new InOrder<>(work, planners)) {
            store.saveRebalance(
                    run,
                    IntStream.range(0, all).mapToObj(i -> {
                        Account account = firm.accounts().get(i);
                        progress.at(NAME.stage(), i, all, account.id());
                        Planned taken = planned.take();
                        AccountPlan plan = taken.plan();
                        List<TaxLot> lots = held.getOrDefault(account.id(), List.of());
                        Judged judged =
                                judge(judging, households.around(account), account, lots, asOrders(run, bound, plan));
                        households.plans(account, judged.orders(), sessions);
                        List<Verdict> verdicts = new ArrayList<>(taken.told());
                        verdicts.addAll(judged.verdicts());
                        return new RebalanceResult(List.of(plan), judged.orders(), verdicts);
                    }),
                    firm.lots());
        }
        progress.at(NAME.stage(), all, all, "");
    }

    private record Judged(List<ParentOrder> orders, List<Verdict> verdicts) {}

    /** Asks the rules until they leave what is left as it is; keeps the verdicts that acted and those on the final book. */
    private Judged judge(
            AccountJudge judging,
            HouseholdBooks.Around around,
            Account account,
            List<TaxLot> lots,
            List<ParentOrder> asked) {
        List<Verdict> acted = new ArrayList<>();
        List<ParentOrder> orders = asked;
        for (int round = 0; ; round++) {
            List<Verdict> verdicts = judging.check(account, lots, orders, around);
            Decisions decisions = Decisions.apply(orders, verdicts);
            if (decisions.changes().isEmpty() || round == ROUNDS) {
                List<Verdict> all = new ArrayList<>(acted);
                all.addAll(verdicts);
                return new Judged(decisions.orders(), all);
            }
            decisions.changes().forEach(c -> acted.addAll(c.because()));
            orders = decisions.orders();
        }
    }

    private static List<ParentOrder> asOrders(RunId run, RunMarket bound, AccountPlan plan) {
        List<ParentOrder> orders = new ArrayList<>();
        for (var trade : plan.proposal().trades()) {
            Instrument instrument = bound.snapshot().instrument(trade.symbol());
            orders.add(new ParentOrder(
                    String.format(
                            java.util.Locale.ROOT,
                            "%s-%s-%s",
                            run,
                            plan.account().id(),
                            trade.symbol()),
                    plan.account().id(),
                    trade.symbol(),
                    trade.side(),
                    trade.quantity(),
                    instrument.lotSize(),
                    instrument.tickSize(),
                    bound.snapshot().close(trade.symbol()).price(),
                    instrument.currency(),
                    bound.firm().settings().execution().strategy(),
                    trade.side() == Side.SELL ? trade.lots() : List.of()));
        }
        return orders;
    }

    /**
     * What was decided, in figures.
     *
     * @param limits how many were checked
     * @param changed how many cut an order or denied it
     */
    public record Result(int orders, int accounts, int limits, long changed) implements StageResult {
        @Override
        public String summary() {
            return Counted.of(orders, "order") + " for " + Counted.of(accounts, "account") + ", "
                    + Counted.of(limits, "limit") + " checked, " + changed + " cut or denied";
        }
    }
}
