package dev.vesper.desk.blotter;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.CurrencyTotal;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.ExecutedOrders;
import dev.vesper.execution.cost.OrderRanking;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ParentOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
    private @Nullable Day last;

    /** One run when so much was stored of it; its orders stand largest first. */
    private record Day(
            RunRecord run,
            OrderCounts counts,
            Map<String, LeftOutOrder> leftOut,
            Map<String, SessionPrices> prices,
            List<ExecutedOrder> orders) {}

    /** @param leftOut the orders of a run that people left out of what they approved, by id */
    public Blotter(
            OrderStore orders,
            RebalanceStore decisions,
            Function<RunId, SequencedMap<String, LeftOutOrder>> leftOut,
            BlotterPrices prices) {
        this.orders = orders;
        this.decisions = decisions;
        this.leftOut = leftOut;
        this.prices = prices;
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
        return day(run).orders.stream()
                .filter(one -> one.order().id().equals(order))
                .findFirst()
                .map(OrderLine::of)
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
