package dev.vesper.desk.execution;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.rebalance.RuleBook;
import dev.vesper.desk.rebalance.RulesWhileWorked;
import dev.vesper.desk.run.Progress;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageResult;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.orders.ParentOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Stage 4: the approved orders go to the venues, slice by slice, and every fill is booked once. Before the first child, and
 * before it goes on after a restart, the approval is decided again from the record.
 */
public final class WorkOrders implements Stage {
    public static final StageName NAME = StageName.of("execute-orders");

    private final RunStore runs;
    private final RebalanceStore rebalances;
    private final Approval approval;
    private final OrderStore orders;
    private final RunOdds odds;
    private final RunMarkets markets;
    private final Venues venues;
    private final EngineOpener engines;
    private final KillSwitches switches;
    private final Supplier<RuleBook> rules;
    private final VenueBreakers breakers;
    private final Progress progress;
    private final InstantSource clock;

    public WorkOrders(
            RunStore runs,
            RebalanceStore rebalances,
            Approval approval,
            OrderStore orders,
            RunOdds odds,
            RunMarkets markets,
            Venues venues,
            EngineOpener engines,
            KillSwitches switches,
            Supplier<RuleBook> rules,
            VenueBreakers breakers,
            Progress progress,
            InstantSource clock) {
        this.runs = runs;
        this.rebalances = rebalances;
        this.approval = approval;
        this.orders = orders;
        this.odds = odds;
        this.markets = markets;
        this.venues = venues;
        this.engines = engines;
        this.switches = switches;
        this.rules = rules;
        this.breakers = breakers;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public StageName name() {
        return NAME;
    }

    @Override
    public Result run(RunId run) {
        RunRecord record = runs.find(run).orElseThrow();
        Set<String> without = approval.mustStand(record);
        List<ParentOrder> parents = rebalances.orders(run).orElseThrow().stream()
                .filter(order -> !without.contains(order.id()))
                .toList();
        if (parents.isEmpty()) {
            return new Result(0, 0, 0, 0, 0);
        }
        RunMarket market = markets.of(record);
        Firm firm = market.firm();
        LeftOfOrders less = new LeftOfOrders(new LessLeft(record, market, parents), clock);
        less.now();
        var known = new KnownOrders(orders.children(run), orders.outcomes(run));
        // what a session repeats by itself, before the first slice is worked, passes a gate as well
        ChildGate repeated =
                new LessenedOrders(KilledChildren.of(switches, run, parents), less::lately, known.filled());
        Function<RunId, List<ParentOrder>> earlier = of -> rebalances.orders(of).orElse(List.of());
        Told told = new Told();
        VenueGateway gateway = venues.open(record, market, known, repeated);
        try {
            ExecuteOrders.Summary summary = worked(
                    gateway,
                    open -> new ExecuteOrders(
                                    orders,
                                    engines,
                                    market.tape(),
                                    firm.settings().execution(),
                                    firm.venues(),
                                    odds.of(record, parents, slice(firm), line -> progress.say("  " + line)),
                                    market::session,
                                    switches,
                                    breakers.of(record, line -> progress.say("  ! " + line)),
                                    less,
                                    clock)
                            .run(run, parents, open, told, earlier));
            List<LateTold> late = gateway.late(); // what came while the sessions were ended: nobody tells it again
            if (!late.isEmpty()) {
                SliceJournal journal = new SliceJournal(orders, run, clock);
                new LateFills(orders, run, journal, earlier, clock, told::late).book(late);
            }
            Result result = new Result(
                    summary.parents(),
                    summary.children(),
                    summary.rejected(),
                    summary.denied(),
                    summary.unfilledLots().size());
            orders.vouch(run, clock.instant(), result.summary(), record.rehearsal());
            return result;
        } catch (BrokenHistory e) {
            throw Problem.refused(e.getMessage() + "; ./vesper audit verify tells more");
        }
    }

    /** Works with the sessions that are open, and ends them; what came meanwhile can still be asked for. */
    private static ExecuteOrders.Summary worked(
            VenueGateway gateway, Function<VenueGateway, ExecuteOrders.Summary> work) {
        try (gateway) {
            return work.apply(gateway);
        }
    }

    private static Duration slice(Firm firm) {
        return Duration.ofMinutes(firm.settings().execution().sliceMinutes());
    }

    /** What rules that are changed meanwhile leave of the orders; says it once where it is less. */
    private final class LessLeft implements Supplier<Map<String, LeftNow>> {
        private final RunRecord record;
        private final RunMarket market;
        private final List<ParentOrder> parents;
        private final RulesWhileWorked asked = new RulesWhileWorked(rebalances, rules);
        private Map<String, LeftNow> told = Map.of();

        LessLeft(RunRecord record, RunMarket market, List<ParentOrder> parents) {
            this.record = record;
            this.market = market;
            this.parents = parents;
        }

        @Override
        public Map<String, LeftNow> get() {
            Map<String, LeftNow> less = asked.less(record, market, parents);
            if (!less.equals(told)) {
                told = less;
                less.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(one -> progress.say("  ! of order " + one.getKey() + " at most "
                                + Numbers.exact(one.getValue().units()) + " are traded now: "
                                + one.getValue().why()));
            }
            return less;
        }
    }

    /** Says to who watches how far it is, and what it waits for. */
    private final class Told implements ExecutionProgress {
        @Override
        public void slice(int slice, int slices, int children) {
            progress.at(NAME.stage(), slice, slices, Counted.of(children, "child", "children"));
        }

        @Override
        public void stopped(int done, int slices, int children, String why) {
            progress.at(NAME.stage(), done, slices, "stopped");
            progress.say("  ! " + why + "; the run waits, ./vesper kill show tells more");
        }

        @Override
        public void waits(String what) {
            progress.say("  waiting for " + what);
        }

        @Override
        public void late(String what) {
            progress.say("  ! " + what);
        }
    }

    /**
     * What became of the orders, in figures.
     *
     * @param rejected children that a venue refused
     * @param denied children that a kill switch, or a change of the rules, stopped before they left
     * @param unfilled parents that were not filled whole
     */
    public record Result(int parents, int children, int rejected, int denied, int unfilled) implements StageResult {
        @Override
        public String summary() {
            if (parents == 0) {
                return "nothing to trade";
            }
            return Counted.of(parents, "parent") + ", " + Counted.of(children, "child", "children") + ", "
                    + (rejected == 0 ? "" : rejected + " rejected, ")
                    + (denied == 0 ? "" : denied + " denied by a kill switch or changed rules, ")
                    + (unfilled == 0 ? "all filled" : unfilled + " not filled whole");
        }
    }
}
