package dev.vesper.desk.execution;

import dev.vesper.desk.gate.OrderLimits;
import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.execution.StrategyCurve;
import dev.vesper.execution.engine.Decision;
import dev.vesper.execution.engine.Denial;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.LimitsTable;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.engine.ToldEngine;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.orders.ParentOrder;
import java.lang.foreign.Arena;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The engine at work on the parents of one session. It sees each trade when it was made and decides then; what became of its
 * children it hears when their slice is over, as the venues tell it. Its gate is told a table before anything else, and
 * another one before a slice for which the rules leave something else of the orders. Asked slice by slice with the same fills
 * and the same that is left it decides the same, so that a run which goes on after a restart asks for all slices again.
 */
final class SessionEngine implements AutoCloseable {
    private static final long NANOS = 1_000_000;
    private static final int BATCH = 64;
    /** Most children of a parent that are decided in a slice; what is due beyond waits for the next one. */
    private static final int CHILDREN = 8;
    /**
     * How often in a slice a denied child is tried. At the slice's first moment what was open in the one before counts as if it
     * were filled, so that it may be denied too much.
     */
    private static final int TRIES = 30;
    /** Stands for every price: no limit of the table is in an amount, and so none is ever too large to reckon with. */
    private static final long ONE_TICK = 1;

    /** A child that was decided in the slice at hand. */
    private record Open(long id, long lots) {}

    /** What the gate does not let leave of a parent. */
    private record Denied(long millis, long lots, Denial denial) {}

    private final SessionWork work;
    private final Arena arena = Arena.ofConfined();
    private final Engine engine;
    private final ToldEngine told;
    private final SessionTicks ticks;
    private final ExecutionSettings settings;
    private final OrderLimits limits;
    private final int traded;
    private final List<List<Open>> open = new ArrayList<>();
    private final long[] done;
    /** What the slice at hand wants sent, by time and then by parent. */
    private final TreeMap<Long, TreeMap<Integer, Long>> due = new TreeMap<>();

    /** The parents of which the gate let no child leave when it was asked last in the slice at hand. */
    private final TreeMap<Integer, Denied> denied = new TreeMap<>();

    private Map<String, LeftNow> left = Map.of();
    private long version;

    SessionEngine(SessionWork work, MarketTape tape, ExecutionSettings settings, EngineOpener engines) {
        this.work = work;
        this.settings = settings;
        this.done = new long[work.parents().size()];
        Map<String, Integer> instruments = new HashMap<>();
        List<Tape> tapes = new ArrayList<>();
        for (ParentOrder parent : work.parents()) {
            Optional<Tape> trades = tape.tape(parent.symbol());
            if (trades.isPresent() && instruments.putIfAbsent(parent.symbol(), tapes.size()) == null) {
                tapes.add(trades.orElseThrow());
            }
            open.add(new ArrayList<>());
        }
        this.traded = tapes.size();
        work.parents().forEach(parent -> instruments.putIfAbsent(parent.symbol(), instruments.size()));
        this.limits = new OrderLimits(work.parents(), instruments);
        Session hours = work.session().hours();
        long slice = (work.endMillis(work.first()) - work.startMillis(work.first())) * NANOS;
        var capacity = new EngineCapacity(
                limits.instruments(),
                work.parents().size(),
                CHILDREN,
                hours.slices(),
                Math.max(1, slice / TRIES),
                limits.books());
        this.ticks = new SessionTicks(tapes, hours.openMillis());
        this.engine = engines.open(capacity);
        int most = Math.max(
                limits.table(1, Map.of()).events(), Math.max(BATCH, Math.max(hours.slices(), limits.instruments())));
        this.told = new ToldEngine(engine, capacity, most, arena);
        told.decides(this::decided);
    }

    /** The table first, then that there are prices, then what is to be worked. */
    private void begin() {
        long open = work.session().hours().openMillis() * NANOS;
        tell(open);
        told.tell(events -> {
            for (int instrument = 0; instrument < limits.instruments(); instrument++) {
                events.quote(open, instrument, ONE_TICK, ONE_TICK);
            }
        });
        for (int i = 0; i < work.parents().size(); i++) {
            work(i);
        }
    }

    /** When the engine was told something last, before a slice: nothing is due at that moment that it has not decided yet. */
    private long lastNanos(int slice) {
        return Math.max(work.startMillis(slice - 1), ticks.lastMillis()) * NANOS;
    }

    /** The table that counts from now on. */
    private void tell(long now) {
        Map<String, BigDecimal> units = HashMap.newHashMap(left.size());
        left.forEach((parent, one) -> units.put(parent, one.units()));
        LimitsTable table = limits.table(++version, units);
        told.tell(events -> table.tell(events, now));
    }

    private void work(int i) {
        ParentOrder parent = work.parents().get(i);
        OrderLimits.Place place = limits.place(i);
        Session hours = work.session().hours();
        long lots = parent.wholeLots();
        boolean known = place.instrument() < traded; // else nobody tells its trades
        long minimum = work.minimumLots()[i];
        var curve = StrategyCurve.of(parent.strategy(), settings.curves(), hours, lots, minimum, known);
        var terms = new Terms(
                lots, 0, least(minimum, lots, hours), 0, known ? SessionWork.bps(settings.participationRate()) : 0, 0);
        told.tell(events -> events.parent(
                hours.openMillis() * NANOS,
                place.instrument(),
                place.book(),
                i,
                parent.side(),
                terms,
                curve,
                /* lotUnits= */ 1));
    }

    /** A volume that trickles in makes no more children than a slice has room for: their least is a part of an even slice. */
    private static long least(long minimum, long lots, Session hours) {
        long part = lots / hours.slices() / CHILDREN;
        return Math.max(minimum, part);
    }

    /**
     * What is due in a slice, in the order in which it is sent, with what the gate does not let leave.
     *
     * @param slice the one after that which was asked for before
     * @param filled lots filled before the slice begins, by parent id
     * @param leaves what the rules leave of orders in this slice, by parent id; of others all that was approved
     */
    List<DueChild> due(int slice, Map<String, Long> filled, Map<String, LeftNow> leaves) {
        boolean changed = !leaves.equals(left);
        left = leaves;
        if (slice == work.first()) {
            begin();
        } else {
            if (changed) {
                tell(lastNanos(slice));
            }
            hear(work.startMillis(slice) * NANOS, filled);
        }
        told.tell(events -> events.time(work.startMillis(slice) * NANOS));
        boolean[] more = {true};
        while (more[0]) {
            told.tell(events -> more[0] = ticks.tell(work.endMillis(slice), BATCH, events));
        }
        return children();
    }

    private List<DueChild> children() {
        List<DueChild> children = new ArrayList<>();
        long[] open = new long[done.length]; // a venue may have filled more than it was sent
        Arrays.setAll(open, i -> work.parents().get(i).wholeLots() - done[i]);
        due.forEach((millis, parents) -> parents.forEach((i, wanted) -> {
            long lots = Math.min(wanted, open[i]);
            if (lots > 0) {
                open[i] -= lots;
                children.add(child(i, millis, lots, Optional.empty()));
            }
        }));
        denied.forEach((i, one) -> {
            long lots = Math.min(one.lots, open[i]);
            if (lots > 0) {
                children.add(child(i, one.millis, lots, Optional.of(why(i, one.denial))));
            }
        });
        children.sort(Comparator.comparingLong(DueChild::millis)); // those of a moment stay as they are
        due.clear();
        denied.clear();
        return children;
    }

    private DueChild child(int i, long millis, long lots, Optional<String> denied) {
        return new DueChild(work.parents().get(i), millis, work.minimumLots()[i], lots, denied);
    }

    private String why(int i, Denial denial) {
        LeftNow less = left.get(work.parents().get(i).id());
        return (less == null ? "beyond what was approved" : less.why()) + " (the engine's gate: " + denial + ")";
    }

    /** The slice before is over: what was filled of its children, and that the others are no longer at a venue. */
    private void hear(long now, Map<String, Long> filled) {
        List<List<Open>> over = open.stream().map(List::copyOf).toList();
        open.forEach(List::clear); // what the engine decides while it hears of these belongs to the next slice
        for (int i = 0; i < done.length; i++) {
            long all = filled.getOrDefault(work.parents().get(i).id(), 0L);
            long left = all - done[i];
            done[i] = all;
            for (Open child : over.get(i)) {
                long lots = Math.min(left, child.lots);
                left -= lots;
                told.tell(events -> ended(events, now, child, lots));
            }
        }
    }

    private static void ended(EventWriter events, long now, Open child, long lots) {
        if (lots > 0) {
            events.fill(now, child.id, lots, /* price= */ 0);
        }
        if (lots < child.lots) {
            events.ended(now, child.id, /* rejected= */ false);
        }
    }

    private void decided(Decision decision) {
        switch (decision.kind()) {
            case CHILD -> {
                int parent = (int) decision.order();
                denied.remove(parent);
                open.get(parent).add(new Open(decision.child(), decision.lots()));
                due.computeIfAbsent(decision.time() / NANOS, _ -> new TreeMap<>())
                        .merge(parent, decision.lots(), Long::sum);
            }
            case DENIED ->
                denied.put(
                        (int) decision.order(),
                        new Denied(decision.time() / NANOS, decision.lots(), decision.denial()));
            case PARENT_ENDED -> {
                // all is filled
            }
            default ->
                throw new IllegalStateException(
                        "Expected the engine to send children until the close, but it says: " + decision.line());
        }
    }

    @Override
    public void close() {
        engine.close();
        arena.close();
    }
}
