package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.RunBreakers;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.execution.ChildPricing;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.routing.VenueSplit;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works the approved parents through the session of each: the engine sees each trade of the
 * market and decides what is due; the children of a slice are stored, worked by the venues, and what came back is booked. Market time runs as fast as the venues answer.
 *
 * <p>It may stop anywhere and be called again: children are stored before they are sent, a slice without its outcomes is
 * worked again with the very same children, and a finished slice is not touched. What is done is told by the stored
 * events of the run, see {@link dev.vesper.orders.slice.SlicedOrders}.
 */
final class ExecuteOrders {
    private static final int SLICE_DIGITS = 4;

    private final OrderStore store;
    private final EngineOpener engines;
    private final MarketTape tape;
    private final ExecutionSettings settings;
    private final List<Venue> venues;
    private final Function<String, WorkingSession> sessions;
    private final KillSwitches switches;
    private final RunBreakers breakers;
    private final Supplier<Map<String, LeftNow>> less;
    private final InstantSource clock;

    ExecuteOrders(
            OrderStore store,
            EngineOpener engines,
            MarketTape tape,
            ExecutionSettings settings,
            List<Venue> venues,
            Function<String, WorkingSession> sessions,
            KillSwitches switches,
            RunBreakers breakers,
            Supplier<Map<String, LeftNow>> less,
            InstantSource clock) {
        this.store = store;
        this.engines = engines;
        this.tape = tape;
        this.settings = settings;
        this.venues = List.copyOf(venues);
        this.sessions = sessions;
        this.switches = switches;
        this.breakers = breakers;
        this.less = less;
        this.clock = clock;
    }

    /**
     * What became of the parents.
     *
     * @param parents how many there were
     * @param children decided in all
     * @param rejected children that a venue refused
     * @param denied children that a kill switch, or a change of the rules, stopped before they left
     * @param unfilledLots what no venue filled by the close, by parent id; filled parents are absent
     */
    record Summary(int parents, int children, int rejected, int denied, Map<String, Long> unfilledLots) {}

    /**
     * Executes all parents to the close.
     *
     * @param parents in the order in which they are served; the same on every call for a run
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where a venue does not answer; call again to go on
     * @throws dev.vesper.basics.BrokenHistory where what is stored of earlier slices was altered
     */
    Summary run(RunId run, List<ParentOrder> parents, VenueGateway venues, ExecutionProgress progress) {
        List<SessionWork> work = SessionWork.of(parents, sessions, settings);
        Map<Integer, List<ChildOrder>> bySlice = new HashMap<>();
        for (ChildOrder child : store.children(run)) {
            bySlice.computeIfAbsent(child.slice(), slice -> new ArrayList<>()).add(child);
        }
        Map<String, ChildOutcome> stored = store.outcomes(run);
        Map<String, Long> done = new HashMap<>();
        Map<String, ParentOrder> byId = new HashMap<>();
        parents.forEach(parent -> byId.put(parent.id(), parent));
        SliceJournal journal = new SliceJournal(store, run, clock);
        KilledChildren gate = new KilledChildren(switches, run, byId);
        OpenVenues open = new OpenVenues(breakers, settings.breakers(), this.venues);
        int children = 0;
        int rejected = 0;
        int denied = 0;
        int slices = SessionWork.slices(work);
        int slice = 0;
        for (SessionWork part : work) {
            try (var engine = new SessionEngine(part, tape, settings, engines)) {
                for (int end = slice + part.slices(); slice < end; slice++) {
                    var hours = new VenueGateway.SliceHours(part.startMillis(slice), part.endMillis(slice));
                    boolean now = journal.sent(slice) || venues.begin(part.session(), hours, progress::waits);
                    List<DueChild> due = engine.due(slice, done);
                    List<ChildOrder> decided = bySlice.getOrDefault(slice, List.of());
                    if (journal.sent(slice)) {
                        journal.compare(slice, decided);
                    } else {
                        open.judge(slice);
                        decided = now ? decide(part, slice, due, open) : List.of();
                        int before = slice;
                        int so = children;
                        gate.await(decided, why -> progress.stopped(before, slices, so, why));
                        journal.send(slice, decided);
                    }
                    Map<String, ChildOutcome> outcomes = stored;
                    if (!journal.booked(slice)) {
                        ChildGate out = new LessenedOrders(gate, less.get(), units(done, byId));
                        VenueGateway.SliceResult result = venues.work(decided, out);
                        journal.book(slice, decided, result.outcomes(), booked(result.fills(), byId));
                        outcomes = byChild(result.outcomes());
                    }
                    for (ChildOrder child : decided) {
                        ChildOutcome outcome = outcomes.get(child.clientOrderId());
                        count(child, outcome, byId, done);
                        rejected += ended(outcome, ChildOutcome.State.REJECTED);
                        denied += ended(outcome, ChildOutcome.State.DENIED);
                    }
                    open.heard(decided, outcomes);
                    children += decided.size();
                    progress.slice(slice + 1, slices, children);
                }
            }
        }
        return summary(parents, children, rejected, denied, done);
    }

    /** The children of one slice, in the order in which they are sent; what no venue takes waits for the next. */
    private List<ChildOrder> decide(SessionWork work, int slice, List<DueChild> due, OpenVenues open) {
        List<ChildOrder> children = new ArrayList<>();
        Map<String, Integer> sent = new HashMap<>();
        for (DueChild one : due) {
            List<Venue> takers = open.now();
            if (takers.isEmpty()) {
                continue;
            }
            ParentOrder parent = one.parent();
            BigDecimal limit = ChildPricing.limit(parent, tape.tape(parent.symbol()), one.millis());
            int number = sent.merge(parent.id(), 1, Integer::sum);
            for (VenueSplit.Part part :
                    VenueSplit.of(one.lots(), one.minimum(), SessionWork.bps(settings.midpointShare()), takers)) {
                String venue = part.venue().name();
                open.given(venue);
                children.add(new ChildOrder(
                        clientOrderId(slice, number, parent, venue),
                        parent.id(),
                        slice,
                        venue,
                        parent.symbol(),
                        parent.side(),
                        parent.lotSize().multiply(BigDecimal.valueOf(part.lots())),
                        limit,
                        one.millis(),
                        work.endMillis(slice),
                        work.session().date()));
            }
        }
        return children;
    }

    /**
     * Begins with the slice, so that what is stored of a slice lies together behind what is stored of those before it; the
     * second time that a parent sends in a slice it says so, as in {@code 0003.2-2018-04-11-001-0007-LIT}.
     */
    private static String clientOrderId(int slice, int number, ParentOrder parent, String venue) {
        String digits = Integer.toString(slice);
        return "0".repeat(Math.max(0, SLICE_DIGITS - digits.length())) + digits + (number == 1 ? "" : "." + number)
                + "-" + parent.id() + "-" + venue;
    }

    /** Fills with the account of their parent: venues do not know our accounts. */
    private static List<Fill> booked(List<Fill> fills, Map<String, ParentOrder> byId) {
        List<Fill> booked = new ArrayList<>(fills.size());
        for (Fill fill : fills) {
            ParentOrder parent = byId.get(fill.parentId());
            booked.add(parent == null ? fill : fill.toAccount(parent.account()));
        }
        return booked;
    }

    private static Map<String, BigDecimal> units(Map<String, Long> lots, Map<String, ParentOrder> byId) {
        Map<String, BigDecimal> units = HashMap.newHashMap(lots.size());
        lots.forEach((parent, done) -> units.put(
                parent, Objects.requireNonNull(byId.get(parent)).lotSize().multiply(BigDecimal.valueOf(done))));
        return units;
    }

    private static Map<String, ChildOutcome> byChild(List<ChildOutcome> outcomes) {
        Map<String, ChildOutcome> byChild = HashMap.newHashMap(outcomes.size());
        outcomes.forEach(outcome -> byChild.put(outcome.clientOrderId(), outcome));
        return byChild;
    }

    private static void count(
            ChildOrder child, @Nullable ChildOutcome outcome, Map<String, ParentOrder> byId, Map<String, Long> done) {
        ParentOrder parent = byId.get(child.parentId());
        if (parent != null && outcome != null) {
            long lots = outcome.filled().divideToIntegralValue(parent.lotSize()).longValueExact();
            done.merge(parent.id(), lots, Long::sum);
        }
    }

    private static int ended(@Nullable ChildOutcome outcome, ChildOutcome.State state) {
        return outcome != null && outcome.state() == state ? 1 : 0;
    }

    private static Summary summary(
            List<ParentOrder> parents, int children, int rejected, int denied, Map<String, Long> done) {
        Map<String, Long> unfilled = new LinkedHashMap<>();
        for (ParentOrder parent : parents) {
            long left = parent.wholeLots() - done.getOrDefault(parent.id(), 0L);
            if (left > 0) {
                unfilled.put(parent.id(), left);
            }
        }
        return new Summary(parents.size(), children, rejected, denied, unfilled);
    }
}
