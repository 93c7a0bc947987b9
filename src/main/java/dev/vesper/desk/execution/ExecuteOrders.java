package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.execution.ChildPricing;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.execution.SliceBatch;
import dev.vesper.execution.Slicer;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.routing.VenueSplit;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works the approved parents through the session of each: for each slice asks the slicer what is due, decides and stores the
 * children, has the venues work them, and books what came back. Market time runs as fast as the venues answer.
 *
 * <p>It may stop anywhere and be called again: children are stored before they are sent, a slice without its outcomes is
 * worked again with the very same children, and a finished slice is not touched. What is done is told by the stored
 * events of the run, see {@link dev.vesper.orders.slice.SlicedOrders}.
 */
final class ExecuteOrders {
    private static final int SLICE_DIGITS = 4;

    private final OrderStore store;
    private final Slicer slicer;
    private final MarketTape tape;
    private final ExecutionSettings settings;
    private final List<Venue> venues;
    private final Function<String, WorkingSession> sessions;
    private final KillSwitches switches;
    private final InstantSource clock;

    ExecuteOrders(
            OrderStore store,
            Slicer slicer,
            MarketTape tape,
            ExecutionSettings settings,
            List<Venue> venues,
            Function<String, WorkingSession> sessions,
            KillSwitches switches,
            InstantSource clock) {
        this.store = store;
        this.slicer = slicer;
        this.tape = tape;
        this.settings = settings;
        this.venues = List.copyOf(venues);
        this.sessions = sessions;
        this.switches = switches;
        this.clock = clock;
    }

    /**
     * What became of the parents.
     *
     * @param parents how many there were
     * @param children decided in all
     * @param rejected children that a venue refused
     * @param denied children that a kill switch stopped before they left
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
        List<Work> work = work(parents);
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
        int children = 0;
        int rejected = 0;
        int denied = 0;
        int slices =
                work.stream().mapToInt(part -> part.session.hours().slices()).sum();
        for (int slice = 0; slice < slices; slice++) {
            List<ChildOrder> decided = bySlice.getOrDefault(slice, List.of());
            if (journal.sent(slice)) {
                journal.compare(slice, decided);
            } else {
                decided = decide(at(work, slice), slice, done);
                int before = slice;
                int so = children;
                gate.await(decided, why -> progress.stopped(before, slices, so, why));
                journal.send(slice, decided);
            }
            Map<String, ChildOutcome> outcomes = stored;
            if (!journal.booked(slice)) {
                VenueGateway.SliceResult result = venues.work(decided, gate);
                journal.book(slice, decided, result.outcomes(), booked(result.fills(), byId));
                outcomes = byChild(result.outcomes());
            }
            for (ChildOrder child : decided) {
                ChildOutcome outcome = outcomes.get(child.clientOrderId());
                count(child, outcome, byId, done);
                rejected += ended(outcome, ChildOutcome.State.REJECTED);
                denied += ended(outcome, ChildOutcome.State.DENIED);
            }
            children += decided.size();
            progress.slice(slice + 1, slices, children);
        }
        return summary(parents, children, rejected, denied, done);
    }

    /**
     * The parents of one session. Sessions are worked one after the other, the earlier first, and their slices are numbered
     * through: what one exchange does tells nothing of another's prices.
     *
     * @param first number of its first slice
     */
    @SuppressWarnings("ArrayRecordComponent") // a column, read in place; nobody compares the work of sessions
    private record Work(WorkingSession session, int first, List<ParentOrder> parents, long[] minimumLots) {}

    private List<Work> work(List<ParentOrder> parents) {
        Map<WorkingSession, List<ParentOrder>> bySession = new TreeMap<>(WorkingSession.EARLIER_FIRST);
        for (ParentOrder parent : parents) {
            bySession
                    .computeIfAbsent(sessions.apply(parent.symbol()), _ -> new ArrayList<>())
                    .add(parent);
        }
        List<Work> work = new ArrayList<>();
        int first = 0;
        for (var entry : bySession.entrySet()) {
            long[] minimumLots =
                    entry.getValue().stream().mapToLong(this::minimumLots).toArray();
            work.add(new Work(entry.getKey(), first, entry.getValue(), minimumLots));
            first += entry.getKey().hours().slices();
        }
        return work;
    }

    private static Work at(List<Work> work, int slice) {
        return work.stream()
                .filter(part -> part.first <= slice)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** The children of one slice, in the order in which they are sent. */
    private List<ChildOrder> decide(Work work, int slice, Map<String, Long> done) {
        List<ParentOrder> parents = work.parents;
        long[] minimumLots = work.minimumLots;
        long now = work.session.hours().startMillis(slice - work.first);
        long[] due = slicer.due(batch(work.session.hours(), slice - work.first, parents, minimumLots, done));
        List<ChildOrder> children = new ArrayList<>();
        for (int i = 0; i < due.length; i++) {
            if (due[i] == 0) {
                continue;
            }
            ParentOrder parent = parents.get(i);
            BigDecimal limit = ChildPricing.limit(parent, tape.tape(parent.symbol()), now);
            for (VenueSplit.Part part : VenueSplit.of(due[i], minimumLots[i], bps(settings.midpointShare()), venues)) {
                children.add(child(work, slice, parent, part.venue().name(), part.lots(), limit));
            }
        }
        return children;
    }

    private SliceBatch batch(
            Session session, int slice, List<ParentOrder> parents, long[] minimumLots, Map<String, Long> done) {
        int orders = parents.size();
        var batch = new SliceBatch(
                slice,
                session.slices(),
                new int[orders],
                new long[orders],
                new long[orders],
                new long[orders],
                new int[orders],
                minimumLots.clone());
        long now = session.startMillis(slice);
        int rateBps = bps(settings.participationRate());
        Map<String, Long> volumes = new HashMap<>();
        for (int i = 0; i < orders; i++) {
            ParentOrder parent = parents.get(i);
            batch.strategy()[i] = SliceBatch.codeOf(parent.strategy());
            batch.totalLots()[i] = parent.wholeLots();
            batch.doneLots()[i] = done.getOrDefault(parent.id(), 0L);
            batch.marketLots()[i] = volumes.computeIfAbsent(
                    parent.symbol(), symbol -> seenLots(tape.tape(symbol), session.openMillis(), now));
            batch.rateBps()[i] = rateBps;
        }
        return batch;
    }

    /** Lots traded from the open to now, both included; what comes later nobody knows yet. */
    private static long seenLots(Optional<Tape> day, long openMillis, long nowMillis) {
        return day.map(t -> t.volumeLots(openMillis - 1, nowMillis)).orElse(SliceBatch.UNKNOWN);
    }

    private long minimumLots(ParentOrder parent) {
        BigDecimal lotValue = parent.decisionPrice().multiply(parent.lotSize());
        if (lotValue.signum() <= 0) {
            return 1;
        }
        BigDecimal lots = settings.minimumChildNotional().divide(lotValue, 0, RoundingMode.CEILING);
        return Math.clamp(lots.longValue(), 1L, Math.max(1, parent.wholeLots()));
    }

    private ChildOrder child(Work work, int slice, ParentOrder parent, String venue, long lots, BigDecimal limit) {
        Session session = work.session.hours();
        return new ChildOrder(
                clientOrderId(slice, parent, venue),
                parent.id(),
                slice,
                venue,
                parent.symbol(),
                parent.side(),
                parent.lotSize().multiply(BigDecimal.valueOf(lots)),
                limit,
                session.startMillis(slice - work.first),
                session.endMillis(slice - work.first),
                work.session.date());
    }

    /** Begins with the slice, so that what is stored of a slice lies together behind what is stored of those before it. */
    private static String clientOrderId(int slice, ParentOrder parent, String venue) {
        String number = Integer.toString(slice);
        return "0".repeat(Math.max(0, SLICE_DIGITS - number.length())) + number + "-" + parent.id() + "-" + venue;
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

    private static int bps(double share) {
        return (int) Math.clamp(Math.round(share * 10_000), 0L, 10_000L);
    }
}
