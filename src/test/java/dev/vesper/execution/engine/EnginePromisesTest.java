package dev.vesper.execution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.orders.Side;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What an engine promises of each child, reckoned from outside, whatever the market and the venue do. */
class EnginePromisesTest {
    private static final EngineCapacity CAPACITY = new EngineCapacity(3, 20, 4, 12, 50_000_000, 2);

    @Property(tries = 60)
    void neverOverTheParentTheCapTheWindowTheLimitOrTheCurve(@ForAll long seed) {
        int sent = new Watch(false).day(seed);
        assertTrue(sent > 20, "only " + sent + " children");
    }

    /** The same, and nothing beyond what the tables of limits say, of which new ones come all the time. */
    @Property(tries = 60)
    void neverPastTheGate(@ForAll long seed) {
        Watch watch = new Watch(true);
        watch.day(seed);
        assertTrue(watch.gate.denied() > 20, "only " + watch.gate.denied() + " denied");
    }

    /** Where the market trades enough and the venue fills all, all of a parent is filled. */
    @Property(tries = 200)
    void whatCanBeFilledIs(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long lots = random.nextLong(1, 2_000);
        long minimum = random.nextLong(1, 40);
        long[] times =
                random.longs(random.nextInt(1, 12), 10, 900).sorted().distinct().toArray();
        long[] due = random.longs(times.length, 0, lots + 1).sorted().toArray();
        due[due.length - 1] = lots;
        Terms terms = Terms.of(lots)
                .children(minimum, random.nextBoolean() ? 0 : minimum + random.nextInt(30))
                .cap(random.nextBoolean() ? 0 : random.nextInt(100, 10_001))
                .display(random.nextBoolean() ? 0 : (int) minimum + random.nextInt(30));
        MemorySegment events = MemorySegment.ofArray(new byte[100 * EngineFormat.RECORD]);
        MemorySegment decisions =
                MemorySegment.ofArray(new byte[(CAPACITY.mostDecisionsOfAnEvent() + 100) * EngineFormat.RECORD]);
        EventWriter writer = new EventWriter(events);
        writer.terms(EventKind.PARENT, 0, 0, 7, Side.SELL, terms);
        if (random.nextBoolean()) {
            writer.random(0, 7, new Drawn(seed, random.nextInt(5_001), random.nextInt(5_001), random.nextLong(50)));
        }
        writer.curve(0, 0, 7, new Curve(10, 1_000_000, times, due), 1);
        try (Engine engine = new JavaEngine(CAPACITY)) {
            for (int i = 1; i < 20_000; i++) {
                int made = Engine.made(engine.handle(events, writer.count(), decisions));
                writer.clear();
                writer.trade(10 + i, 0, 1, 1 + random.nextInt(2_000));
                for (int k = 0; k < made; k++) {
                    Decision decision = Decision.at(decisions, k);
                    if (decision.kind() == DecisionKind.PARENT_ENDED) {
                        assertEquals(EndReason.COMPLETE.code(), decision.reason());
                        assertEquals(lots, decision.lots());
                        return;
                    }
                    writer.fill(10 + i, decision.child(), decision.lots(), 1);
                }
            }
        }
        throw new AssertionError("Expected the parent to end, but it did not");
    }

    /** Reckons beside an engine what it may do. */
    private static final class Watch {
        /** When pegged children were moved, and until when they may not be again. */
        private record Moved(long at, long until) {}

        private final long[] volume = new long[CAPACITY.instruments()];
        private final long[][] touch = new long[CAPACITY.instruments()][2];
        private final long[] quotedAt = new long[CAPACITY.instruments()];
        /** When the pegged children of a parent were moved last. */
        private final Map<Integer, Moved> moved = new HashMap<>();

        private final Set<Long> cancelled = new HashSet<>();
        private final Set<Integer> halted = new HashSet<>();
        private final Map<Integer, Long> volumeAtStart = new HashMap<>();
        private final WatchedGate gate = new WatchedGate(CAPACITY);
        private final boolean gated;
        private int sent;

        Watch(boolean gated) {
            this.gated = gated;
        }

        int day(long seed) {
            SeededDesk desk = new SeededDesk(seed, CAPACITY, false, gated);
            MemorySegment events = MemorySegment.ofArray(new byte[100 * EngineFormat.RECORD]);
            MemorySegment decisions =
                    MemorySegment.ofArray(new byte[(CAPACITY.mostDecisionsOfAnEvent() + 100) * EngineFormat.RECORD]);
            try (Engine engine = new JavaEngine(CAPACITY)) {
                for (int i = 0; i < 2_500; i++) {
                    EventWriter writer = new EventWriter(events);
                    long now = desk.later();
                    begin(desk, now);
                    look(desk, decisions, Engine.made(engine.handle(timeOnly(now), 1, decisions)));
                    desk.tell(writer, events);
                    begin(desk, now);
                    for (int k = 0; k < writer.count(); k++) {
                        MemorySegment one = events.asSlice((long) k * EngineFormat.RECORD, EngineFormat.RECORD);
                        apply(one);
                        look(desk, decisions, Engine.made(engine.handle(one, 1, decisions)));
                    }
                }
            }
            return sent;
        }

        /** What time alone makes due is decided before an event counts. */
        private static MemorySegment timeOnly(long now) {
            MemorySegment event = MemorySegment.ofArray(new byte[EngineFormat.RECORD]);
            new EventWriter(event).time(now);
            return event;
        }

        /** Volume counts for an order from the first event at or after its start on. */
        private void begin(SeededDesk desk, long now) {
            desk.parents.forEach((number, told) -> {
                if (now >= told.curve.startNanos()) {
                    volumeAtStart.putIfAbsent(number, volume[told.instrument]);
                }
            });
        }

        private void apply(MemorySegment event) {
            gate.hear(event);
            int instrument = event.get(EngineFormat.U32, EngineFormat.INSTRUMENT);
            switch (EventKind.of(event.get(EngineFormat.U16, EngineFormat.KIND))) {
                case TRADE -> volume[instrument] += event.get(EngineFormat.I64, EngineFormat.UNITS);
                case QUOTE -> {
                    touch[instrument][0] = event.get(EngineFormat.I64, EngineFormat.BID);
                    touch[instrument][1] = event.get(EngineFormat.I64, EngineFormat.ASK);
                    quotedAt[instrument] = event.get(EngineFormat.I64, EngineFormat.TIME);
                }
                case HALT -> halted.add(instrument);
                case RESUME -> halted.remove(instrument);
                default -> {}
            }
        }

        private void look(SeededDesk desk, MemorySegment decisions, int made) {
            for (int i = 0; i < made; i++) {
                Decision decision = Decision.at(decisions, i);
                int number = (int) decision.order();
                switch (decision.kind()) {
                    case CHILD -> {
                        SeededDesk.Told told = desk.parents.get(number);
                        keeps(desk, number, told, decision);
                        isPriced(told, decision);
                        gate.keeps(told, decision);
                        desk.hear(decisions.asSlice((long) i * EngineFormat.RECORD), 1);
                        sent++;
                    }
                    case PARENT_ENDED -> {
                        assertEquals(desk.parents.get(number).done, decision.lots());
                        assertEquals(0, open(desk, number));
                        volumeAtStart.remove(number);
                        moved.remove(number);
                        desk.hear(decisions.asSlice((long) i * EngineFormat.RECORD), 1);
                    }
                    case REFUSED -> assertEquals(RefusalReason.PARENT.code(), decision.reason(), decision::line);
                    case REPLACE -> {
                        replaced(desk, number, decision);
                        desk.hear(decisions.asSlice((long) i * EngineFormat.RECORD), 1);
                    }
                    case DENIED -> gate.isDenied(desk.parents.get(number), decision);
                    case CANCEL -> cancelled.add(decision.child());
                }
            }
        }

        private void keeps(SeededDesk desk, int number, SeededDesk.Told told, Decision child) {
            Terms terms = told.terms;
            long open = open(desk, number);
            long committed = told.done + open + child.lots();
            assertEquals(told.instrument, child.instrument());
            assertTrue(!halted.contains(told.instrument), "sent while it is halted");
            assertTrue(
                    child.time() >= told.curve.startNanos() && child.time() < told.curve.endNanos(),
                    "not in its window");
            assertTrue(committed <= terms.lots(), "more than the parent");
            assertTrue(committed <= (would(told) ? terms.lots() : target(told, child.time())), "more than the curve");
            long units = volume[told.instrument] - volumeAtStart.get(number);
            assertTrue(
                    terms.capBps() == 0 || committed * told.lotUnits * 10_000 <= units * terms.capBps(),
                    "more than the cap");
            assertTrue(terms.display() == 0 || open + child.lots() <= terms.display(), "more than is shown");
            assertTrue(terms.maximum() == 0 || child.lots() <= terms.maximum(), "more than the largest child");
            assertTrue(child.lots() >= terms.minimum() || committed == terms.lots(), "less than the smallest child");
            assertTrue(
                    terms.limit() == 0
                            || (child.price() != 0
                                    && (told.side == Side.BUY
                                            ? child.price() <= terms.limit()
                                            : child.price() >= terms.limit())),
                    "beyond the limit");
            assertEquals(told.style.auction() ? 1 : 0, child.reason());
        }

        private void isPriced(SeededDesk.Told told, Decision child) {
            if (isPegged(told)) {
                pegged(told, child);
                return;
            }
            long far = touch[told.instrument][told.side == Side.BUY ? 1 : 0];
            assertTrue(
                    child.price() == told.terms.limit() || (child.price() == far && !told.style.auction()),
                    "a price of nobody's");
        }

        private static boolean isPegged(SeededDesk.Told told) {
            return told.peg.to() != Peg.To.NOTHING && !told.style.auction();
        }

        /** The nearest tick to the other side that peg, other side and limit allow, in halves and as a buyer counts. */
        private void pegged(SeededDesk.Told told, Decision child) {
            Peg peg = told.peg;
            long bid = touch[told.instrument][0];
            long ask = touch[told.instrument][1];
            assertTrue(bid == 0 || ask == 0 || bid < ask, "pegged to a crossed or locked quote");
            assertTrue(
                    peg.staleNanos() == 0 || child.time() - quotedAt[told.instrument] <= peg.staleNanos(),
                    "pegged to an old quote");
            long sign = told.side == Side.BUY ? 1 : -1;
            long near = told.side == Side.BUY ? bid : ask;
            long far = told.side == Side.BUY ? ask : bid;
            long from = switch (peg.to()) {
                case NOTHING -> throw new AssertionError();
                case PRIMARY -> 2 * near;
                case MARKET -> 2 * far;
                case MIDPOINT -> bid == 0 || ask == 0 ? 0 : bid + ask;
            };
            assertTrue(from > 0, "pegged to a side that is not there");
            long bound = sign * from + 2 * peg.offset() * peg.tick();
            if (peg.to() != Peg.To.MARKET && far > 0) {
                bound = Math.min(bound, 2 * (sign * far - peg.tick()));
            }
            if (told.terms.limit() > 0) {
                bound = Math.min(bound, 2 * sign * told.terms.limit());
            }
            long short_ = bound - 2 * sign * child.price();
            assertTrue(short_ >= 0 && short_ < 2 * peg.tick(), child.line() + " of " + peg + " at " + bid + " " + ask);
            assertEquals(0, child.price() % peg.tick(), "between ticks");
        }

        /** A child that is open is moved to its parent's limit, or where it is pegged and not too soon. */
        private void replaced(SeededDesk desk, int number, Decision decision) {
            SeededDesk.Told told = desk.parents.get(number);
            assertEquals(desk.children.get(decision.child()), decision.lots(), "lots of a replace");
            assertTrue(!cancelled.contains(decision.child()), "a child is moved that was cancelled");
            if (isPegged(told) && decision.price() != told.terms.limit()) {
                pegged(told, decision);
                Moved last = moved.get(number);
                assertTrue(
                        last == null || last.at == decision.time() || decision.time() >= last.until, "moved too soon");
                moved.put(number, new Moved(decision.time(), decision.time() + told.peg.intervalNanos()));
            } else {
                assertEquals(told.terms.limit(), decision.price());
            }
            gate.replaced(told, decision);
        }

        /** Whether the far touch is as good as the would-price and the limit. */
        private boolean would(SeededDesk.Told told) {
            long far = touch[told.instrument][told.side == Side.BUY ? 1 : 0];
            long sign = told.side == Side.BUY ? 1 : -1;
            long limit = told.terms.limit();
            return told.style.would() != 0
                    && far != 0
                    && sign * far <= sign * told.style.would()
                    && (limit == 0 || sign * far <= sign * limit);
        }

        /** What the curve says is due; where it is drawn, what it may say at most. */
        private static long target(SeededDesk.Told told, long now) {
            long lots = told.terms.lots();
            Drawn drawn = told.drawn;
            if (drawn != null && told.moved) {
                return lots;
            }
            long target = 0;
            long[] times = told.curve.times();
            long[] due = told.curve.lots();
            for (int i = 0; i < times.length; i++) {
                long next = i + 1 < times.length ? times[i + 1] : told.curve.endNanos();
                long beside = Math.min(next - times[i], i == 0 ? Long.MAX_VALUE : times[i] - times[i - 1]);
                long sooner = drawn == null ? 0 : beside * drawn.timeBps() / 10_000;
                long slice = due[i] - (i == 0 ? 0 : due[i - 1]);
                long more = drawn == null ? 0 : slice * drawn.sizeBps() / 10_000;
                if (times[i] - sooner <= now) {
                    target = i == times.length - 1 ? lots : Math.max(target, Math.min(due[i] + more, lots));
                }
            }
            return target;
        }

        private static long open(SeededDesk desk, int number) {
            return desk.children.entrySet().stream()
                    .filter(child -> child.getKey() >> EngineFormat.CHILD_BITS == number)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }
}
