package dev.vesper.desk.execution;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.Session;
import dev.vesper.execution.StrategyCurve;
import dev.vesper.execution.engine.Decision;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.Terms;
import dev.vesper.execution.engine.ToldEngine;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Tape;
import dev.vesper.orders.ParentOrder;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The engine at work on the parents of one session. It sees each trade when it was made and decides then; what became of its
 * children it hears when their slice is over, as the venues tell it. Asked slice by slice with the same fills it decides the
 * same, so that a run which goes on after a restart asks for all slices again.
 */
final class SessionEngine implements AutoCloseable {
    private static final long NANOS = 1_000_000;
    private static final int BATCH = 64;
    /** Most children of a parent that are decided in a slice; what is due beyond waits for the next one. */
    private static final int CHILDREN = 8;

    /** A child that was decided in the slice at hand. */
    private record Open(long id, long lots) {}

    private final SessionWork work;
    private final Arena arena = Arena.ofConfined();
    private final Engine engine;
    private final ToldEngine told;
    private final SessionTicks ticks;
    private final List<List<Open>> open = new ArrayList<>();
    private final long[] done;
    /** What the slice at hand wants sent, by time and then by parent. */
    private final TreeMap<Long, TreeMap<Integer, Long>> due = new TreeMap<>();

    SessionEngine(SessionWork work, MarketTape tape, ExecutionSettings settings, EngineOpener engines) {
        this.work = work;
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
        Session hours = work.session().hours();
        var capacity = new EngineCapacity(
                tapes.size() + 1, work.parents().size(), CHILDREN, hours.slices(), /* retryNanos= */ 1);
        this.ticks = new SessionTicks(tapes, hours.openMillis());
        this.engine = engines.open(capacity);
        this.told = new ToldEngine(engine, capacity, Math.max(BATCH, hours.slices()), arena);
        told.decides(this::decided);
        for (int i = 0; i < work.parents().size(); i++) {
            tell(i, instruments.getOrDefault(work.parents().get(i).symbol(), tapes.size()), settings, tapes.size());
        }
    }

    /** @param unknown the instrument of all whose trades nobody tells */
    private void tell(int i, int instrument, ExecutionSettings settings, int unknown) {
        ParentOrder parent = work.parents().get(i);
        Session hours = work.session().hours();
        long lots = parent.wholeLots();
        boolean known = instrument != unknown;
        long minimum = work.minimumLots()[i];
        var curve = StrategyCurve.of(parent.strategy(), settings.curves(), hours, lots, minimum, known);
        var terms = new Terms(
                lots, 0, least(minimum, lots, hours), 0, known ? SessionWork.bps(settings.participationRate()) : 0, 0);
        told.tell(events -> events.parent(
                hours.openMillis() * NANOS, instrument, i, parent.side(), terms, curve, /* lotUnits= */ 1));
    }

    /** A volume that trickles in makes no more children than a slice has room for: their least is a part of an even slice. */
    private static long least(long minimum, long lots, Session hours) {
        long part = lots / hours.slices() / CHILDREN;
        return Math.max(minimum, part);
    }

    /**
     * What is due in a slice, in the order in which it is sent.
     *
     * @param slice the one after that which was asked for before
     * @param filled lots filled before the slice begins, by parent id
     */
    List<DueChild> due(int slice, Map<String, Long> filled) {
        if (slice > work.first()) {
            hear(work.startMillis(slice) * NANOS, filled);
        }
        told.tell(events -> events.time(work.startMillis(slice) * NANOS));
        boolean[] more = {true};
        while (more[0]) {
            told.tell(events -> more[0] = ticks.tell(work.endMillis(slice), BATCH, events));
        }
        List<DueChild> children = new ArrayList<>();
        long[] left = new long[done.length]; // a venue may have filled more than it was sent
        Arrays.setAll(left, i -> work.parents().get(i).wholeLots() - done[i]);
        due.forEach((millis, parents) -> parents.forEach((i, wanted) -> {
            long lots = Math.min(wanted, left[i]);
            if (lots > 0) {
                left[i] -= lots;
                children.add(new DueChild(work.parents().get(i), millis, work.minimumLots()[i], lots));
            }
        }));
        due.clear();
        return children;
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
                open.get(parent).add(new Open(decision.child(), decision.lots()));
                due.computeIfAbsent(decision.time() / NANOS, _ -> new TreeMap<>())
                        .merge(parent, decision.lots(), Long::sum);
            }
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
