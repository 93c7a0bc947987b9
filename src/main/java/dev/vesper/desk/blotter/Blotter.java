package dev.vesper.desk.blotter;

import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.PlannedSchedule;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.Session;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderRanking;
import dev.vesper.market.SessionPrices;
import dev.vesper.market.TapeBars;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.AmendedFills;
import dev.vesper.orders.slice.SliceState;
import dev.vesper.orders.slice.SlicedOrders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The orders of runs as they stand, out of what is stored, by the formulas of the report. The last run that was asked about
 * is kept until something more is stored of it, so that many may look at a day that is worked. May serve threads.
 */
public final class Blotter {
    private final OrderStore orders;
    private final RebalanceStore decisions;
    private final Function<RunId, SequencedMap<String, LeftOutOrder>> leftOut;
    private final BlotterPrices prices;
    private final BlotterPlans plans;
    private final BlotterBars bars;
    private @Nullable Day last;
    private @Nullable Planned planned;
    private @Nullable Charted charted;

    /** One run when so much was stored of it; its orders stand largest first. */
    private record Day(
            RunRecord run,
            OrderCounts counts,
            Map<String, LeftOutOrder> leftOut,
            Map<String, SessionPrices> prices,
            List<ExecutedOrder> orders) {}

    /** How the orders of one run were to be worked, with the same left out. */
    private record Planned(RunId run, Set<String> leftOut, Map<String, PlannedSchedule> orders) {}

    /** What the market of one run did, by symbol. */
    private record Charted(RunId run, Map<String, TapeBars> bars) {}

    /** @param leftOut the orders of a run that people left out of what they approved, by id */
    public Blotter(
            OrderStore orders,
            RebalanceStore decisions,
            Function<RunId, SequencedMap<String, LeftOutOrder>> leftOut,
            BlotterPrices prices,
            BlotterPlans plans,
            BlotterBars bars) {
        this.orders = orders;
        this.decisions = decisions;
        this.leftOut = leftOut;
        this.prices = prices;
        this.plans = plans;
        this.bars = bars;
    }

    public OrderTotals totals(RunRecord run) {
        Day day = day(run);
        return OrderTotals.of(run, day.counts, day.orders);
    }

    /**
     * The largest first, at decision prices; none where nothing is decided yet.
     *
     * @param from how many are passed over
     */
    public List<OrderLine> list(RunRecord run, int from, int most) {
        return day(run).orders.stream()
                .skip(from)
                .limit(most)
                .map(OrderLine::of)
                .toList();
    }

    /**
     * One order.
     *
     * @throws Problem of kind INPUT where the run has no such order
     */
    public OrderLine show(RunRecord run, String order) {
        return OrderLine.of(executed(run, order));
    }

    private ExecutedOrder executed(RunRecord run, String order) {
        return day(run).orders.stream()
                .filter(one -> one.order().id().equals(order))
                .findFirst()
                .orElseThrow(() -> Problem.usage("Expected an order of run " + run.id() + ", but \"" + order
                        + "\" is none; ./vesper orders list --run " + run.id() + " shows them"));
    }

    /**
     * What an order sent, in the order it was decided.
     *
     * @param from how many are passed over
     * @throws Problem of kind INPUT where the run has no such order
     */
    public List<ChildLine> children(RunRecord run, String order, int from, int most) {
        show(run, order);
        return orders.worked(run.id(), order, from, most).stream()
                .map(worked -> ChildLine.of(worked, run.date()))
                .toList();
    }

    /**
     * How an order was to be worked, slice by slice, and what was filled of it; none where it is not worked.
     *
     * @throws Problem of kind INPUT where the run has no such order
     */
    public List<ScheduleLine> schedule(RunRecord run, String order) {
        RunId id = run.id();
        Set<String> without = day(run).leftOut.keySet();
        show(run, order);
        PlannedSchedule plan = planned(run, without).get(order);
        if (plan == null) {
            return List.of();
        }
        SliceState state = new SlicedOrders().replay(orders.history(id));
        Map<Integer, BigDecimal> filled = orders.worked(id, order, 0, Integer.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(
                        worked -> worked.child().slice(),
                        Collectors.reducing(BigDecimal.ZERO, Blotter::filled, BigDecimal::add)));
        BigDecimal lot = parent(id, order).lotSize();
        List<ScheduleLine> lines = new ArrayList<>();
        BigDecimal all = BigDecimal.ZERO;
        Session hours = plan.session().hours();
        for (int i = 0; i < plan.lots().length; i++) {
            int slice = plan.first() + i;
            all = all.add(filled.getOrDefault(slice, BigDecimal.ZERO));
            lines.add(new ScheduleLine(
                    slice,
                    plan.session().date(),
                    Numbers.timeOfDay(hours.startMillis(i)),
                    Numbers.timeOfDay(hours.endMillis(i)),
                    lot.multiply(BigDecimal.valueOf(plan.lots()[i])),
                    state.booked(slice) ? all : null));
        }
        return lines;
    }

    /**
     * What an order went through: its schedule, its fills, what it cost, and the market of the same hours.
     *
     * @throws Problem of kind INPUT where the run has no such order
     */
    public OrderLife life(RunRecord run, String order) {
        ExecutedOrder one = executed(run, order);
        List<ScheduleLine> schedule = schedule(run, order);
        return OrderLives.of(
                run,
                one,
                schedule,
                orders.worked(run.id(), order, 0, Integer.MAX_VALUE),
                AmendedFills.byOrder(orders.history(run.id())).getOrDefault(order, List.of()),
                schedule.isEmpty() ? null : charted(run).get(one.order().symbol()));
    }

    private static BigDecimal filled(WorkedChild worked) {
        return worked.fills().stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ParentOrder parent(RunId run, String order) {
        return decisions.orders(run).orElse(List.of()).stream()
                .filter(one -> one.id().equals(order))
                .findFirst()
                .orElseThrow();
    }

    private synchronized Map<String, PlannedSchedule> planned(RunRecord run, Set<String> without) {
        Planned known = planned;
        if (known == null || !known.run.equals(run.id()) || !known.leftOut.equals(without)) {
            List<ParentOrder> worked = decisions.orders(run.id()).orElse(List.of()).stream()
                    .filter(parent -> !without.contains(parent.id()))
                    .toList();
            known = new Planned(run.id(), Set.copyOf(without), plans.of(run, worked));
            planned = known;
        }
        return known.orders;
    }

    private synchronized Map<String, TapeBars> charted(RunRecord run) {
        Charted known = charted;
        if (known == null || !known.run.equals(run.id())) {
            known = new Charted(
                    run.id(),
                    bars.of(
                            run,
                            decisions.orders(run.id()).orElse(List.of()).stream()
                                    .map(ParentOrder::symbol)
                                    .collect(Collectors.toCollection(TreeSet::new))));
            charted = known;
        }
        return known.bars;
    }

    private synchronized Day day(RunRecord run) {
        OrderCounts counts = orders.counts(run.id());
        Day known = last != null && last.run.id().equals(run.id()) ? last : null;
        Map<String, LeftOutOrder> without = leftOut.apply(run.id());
        if (known != null && known.counts.equals(counts) && known.leftOut.equals(without)) {
            return known;
        }
        List<ParentOrder> parents = decisions.orders(run.id()).orElse(List.of());
        if (parents.isEmpty()) {
            return new Day(run, counts, without, Map.of(), List.of());
        }
        Map<String, SessionPrices> session = known == null
                ? prices.of(
                        run, parents.stream().map(ParentOrder::symbol).collect(Collectors.toCollection(TreeSet::new)))
                : known.prices;
        List<ExecutedOrder> worked = new ArrayList<>(ExecutedOrders.of(
                parents.stream()
                        .filter(parent -> !without.containsKey(parent.id()))
                        .toList(),
                orders.sent(run.id()),
                orders.fills(run.id()),
                session));
        for (ParentOrder parent : parents) {
            LeftOutOrder one = without.get(parent.id());
            if (one != null) {
                worked.add(ExecutedOrders.leftOut(parent, one.words()));
            }
        }
        Day day = new Day(
                run,
                counts,
                without,
                session,
                worked.stream()
                        .sorted(OrderRanking.largestFirst(CurrencyTotal.of(worked))
                                .thenComparing(
                                        Comparator.comparing(one -> one.order().id())))
                        .toList());
        last = day;
        return day;
    }
}
