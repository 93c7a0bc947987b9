package dev.vesper.desk.rebalance;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.market.ChangedTicks;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.Progress;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.limits.Breach;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.HeardDecisions;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.Measures;
import dev.vesper.market.MarketSnapshot;
import dev.vesper.market.calendar.SessionDates;
import dev.vesper.orders.ParentOrder;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stage 2: what each account should hold, whole lots that come closest, and what the rules leave of them. Hard limits act
 * here, before anyone is asked.
 */
public final class Rebalance implements Stage {
    public static final StageName NAME = StageName.of("rebalance");

    /** Among so many runs the day before is looked for. */
    private static final int LOOKED_BACK = 200;

    private final RunStore runs;
    private final RebalanceStore store;
    private final RunMarkets markets;
    private final LotPlanner planner;
    private final RuleBook rules;
    private final DecisionLog decisions;
    private final BreachWatch breaches;
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
            DecisionLog decisions,
            BreachWatch breaches,
            Progress progress,
            Executor planners) {
        this.runs = runs;
        this.store = store;
        this.markets = markets;
        this.planner = planner;
        this.rules = rules;
        this.decisions = decisions;
        this.breaches = breaches;
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

    /** What accounts begin over with who made it; earlier days are looked at only where there is any. */
    private List<Breach> caused(
            RunRecord record,
            AccountJudge judging,
            RuleBook judges,
            MarketSnapshot snapshot,
            List<BreachCauses.Begun> over) {
        Optional<BreachCauses> causes = over.isEmpty()
                ? Optional.empty()
                : before(record).map(earlier -> judging.causes(judgedBy(earlier, judges), snapshot, earlier.date()));
        return over.stream()
                .flatMap(one -> causes.map(told -> told.of(one)).orElse(one.over()).stream())
                .toList();
    }

    /** The newest day before that traded in the same book. */
    private Optional<RunRecord> before(RunRecord run) {
        return runs.recent(LOOKED_BACK).stream()
                .filter(earlier -> earlier.status() == RunStatus.DONE
                        && earlier.firm().equals(run.firm())
                        && earlier.rehearsal() == run.rehearsal()
                        && earlier.date().isBefore(run.date()))
                .max(Comparator.comparing(RunRecord::date));
    }

    /** By which its orders were judged; by today's where those cannot be had any more. */
    private RuleBook judgedBy(RunRecord earlier, RuleBook today) {
        try {
            return rules.of(earlier.id());
        } catch (Problem gone) {
            return today;
        }
    }

    private void decide(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        RunMarket bound = markets.of(record);
        Firm firm = bound.firm();
        MarketSnapshot snapshot = bound.snapshot();
        ChangedTicks.sentence(firm, snapshot).ifPresent(sentence -> progress.say("  ! " + sentence));
        SessionDates sessions = Sessions.expected(firm, record.date());
        RuleBook judges = rules.of(run);
        judges.require(FirmColumns.of(firm.instruments().values(), firm.accounts()));
        AccountJudge judging = new AccountJudge(judges, firm, snapshot, sessions);
        Map<String, List<TaxLot>> held = firm.lots().stream().collect(Collectors.groupingBy(TaxLot::account));
        PlannedOrders planned = new PlannedOrders(run, firm, snapshot);
        HouseholdBooks before = households(record, firm, held);
        AccountPlanner accounts = new AccountPlanner(
                planner,
                record,
                firm,
                snapshot,
                new AccountBounds(judges, JudgedBooks.of(firm, snapshot, sessions), planned, planner, before::around));
        List<Supplier<Planned>> work = new ArrayList<>();
        for (Account account : firm.accounts()) {
            List<TaxLot> lots = held.getOrDefault(account.id(), List.of());
            work.add(() -> accounts.plan(account, lots));
        }
        HouseholdBooks households = households(record, firm, held);
        int all = firm.accounts().size();
        List<BreachCauses.Begun> over = new ArrayList<>();
        try (InOrder<Planned> plans = new InOrder<>(work, planners);
                DecisionLog.Recording recording = decisions.begin(run, Measures.facts())) {
            store.saveRebalance(
                    run,
                    IntStream.range(0, all).mapToObj(i -> {
                        Account account = firm.accounts().get(i);
                        progress.at(NAME.stage(), i, all, account.id());
                        List<TaxLot> lots = held.getOrDefault(account.id(), List.of());
                        HouseholdBooks.Around around = households.around(account);
                        List<Breach> standing = judging.standing(account, lots);
                        if (!standing.isEmpty()) {
                            over.add(new BreachCauses.Begun(account, lots, around.own(), standing));
                        }
                        Function<Planned, Judged> judge = plan -> {
                            HeardDecisions heard = new HeardDecisions();
                            List<ParentOrder> asked = planned.of(
                                    account.id(), plan.plan().proposal().trades());
                            return new Judged(
                                    asked,
                                    judging.judge(
                                            account,
                                            lots,
                                            asked,
                                            around,
                                            plan.plan().target(),
                                            heard),
                                    heard);
                        };
                        LetPass passed = LetPass.of(plans.take(), judge, accounts);
                        passed.judged().heard().tell(recording);
                        JudgedOrders judged = passed.judged().left();
                        households.plans(account, judged.orders(), sessions);
                        List<Verdict> verdicts =
                                new ArrayList<>(passed.planned().told());
                        verdicts.addAll(judged.verdicts());
                        if (i == all - 1) {
                            breaches.seen(record, caused(record, judging, judges, snapshot, over));
                            recording.keep(); // before the decision is stored: what is decided has its record
                        }
                        return new RebalanceResult(List.of(passed.planned().plan()), judged.orders(), verdicts);
                    }),
                    firm.lots());
        }
        progress.at(NAME.stage(), all, all, "");
    }

    private HouseholdBooks households(RunRecord record, Firm firm, Map<String, List<TaxLot>> held) {
        return new HouseholdBooks(
                firm,
                account -> PastTrade.recent(store, record, account),
                account -> held.getOrDefault(account, List.of()));
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
