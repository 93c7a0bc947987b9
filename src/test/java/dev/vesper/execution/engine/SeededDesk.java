package dev.vesper.execution.engine;

import dev.vesper.orders.Side;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A desk, a market and a venue in one, drawn from a seed: tells an engine what happens and hears what it decides. */
public final class SeededDesk {
    static final int PRICE = 100_000;

    /** What the desk knows of a parent it told of. */
    static final class Told {
        final int instrument;
        final int account;
        final Side side;
        final long lotUnits;
        Curve curve;
        Terms terms;
        Style style = Style.NONE;
        Peg peg = Peg.NONE;
        /** What its curve was drawn by, null where it was not. */
        @Nullable
        Drawn drawn;
        /** Whether its window was another once. */
        boolean moved;

        long done;

        Told(int instrument, int account, Side side, Curve curve, long lotUnits, Terms terms) {
            this.instrument = instrument;
            this.account = account;
            this.side = side;
            this.curve = curve;
            this.lotUnits = lotUnits;
            this.terms = terms;
        }
    }

    final Map<Integer, Told> parents = new HashMap<>();
    /** Lots still open by child. */
    final Map<Long, Long> children = new HashMap<>();
    /** Price of each child, and before it was last replaced. */
    private final Map<Long, long[]> prices = new HashMap<>();

    private final List<Long> ids = new ArrayList<>();
    private final SplittableRandom random;
    private final EngineCapacity capacity;
    private final boolean wild;
    private final @Nullable SeededLimits limits;
    private long now;

    /**
     * @param wild whether some events are garbled and some make no sense
     * @param gated whether the gate is told of limits, positions, cash and stops
     */
    public SeededDesk(long seed, EngineCapacity capacity, boolean wild, boolean gated) {
        random = new SplittableRandom(seed);
        this.capacity = capacity;
        this.wild = wild;
        limits = gated ? new SeededLimits(random, capacity, wild) : null;
    }

    /** Lets some time pass. */
    public long later() {
        now += random.nextInt(4) == 0 ? 0 : random.nextLong(1, 20_000_000);
        return now;
    }

    /** Tells what happens now: nothing, an event, or as many as a parent takes. */
    public void tell(EventWriter writer, MemorySegment segment) {
        int before = writer.count();
        int instrument = random.nextInt(capacity.instruments());
        if (limits != null && random.nextInt(25) == 0) {
            limits.tell(writer, now);
        } else {
            tell(writer, instrument);
        }
        if (wild && writer.count() > before && random.nextInt(30) == 0) {
            garble(segment, (long) (before + random.nextInt(writer.count() - before)) * EngineFormat.RECORD);
        }
    }

    private void tell(EventWriter writer, int instrument) {
        switch (random.nextInt(46)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ->
                writer.trade(
                        now,
                        instrument,
                        wild && random.nextInt(20) == 0 ? 0 : price(),
                        random.nextLong(1, random.nextInt(20) == 0 ? 100_000 : 2_000));
            case 13, 14, 15, 16, 17 -> {
                long bid = price();
                writer.quote(
                        now,
                        instrument,
                        random.nextInt(9) == 0 ? 0 : bid,
                        random.nextInt(9) == 0 ? 0 : bid + random.nextInt(-1, 9));
            }
            case 18 -> writer.time(now);
            case 19, 20, 21, 22 -> parent(writer, instrument);
            case 23, 24, 25, 26, 27, 28, 29, 30, 31, 32 -> fill(writer);
            case 33, 34 -> childEnded(writer);
            case 35, 36 -> amend(writer);
            case 37 -> {
                if (random.nextBoolean()) {
                    cancel(writer);
                } else {
                    style(writer);
                }
            }
            case 38 -> {
                if (random.nextInt(4) == 0) {
                    writer.halt(now, instrument);
                }
            }
            case 39 -> writer.resume(now, instrument);
            case 40, 41 -> window(writer);
            case 42, 43 -> peg(writer);
            case 44 -> random(writer);
            default -> replaceRefused(writer);
        }
    }

    /** Hears what was decided of what was told. */
    public void hear(MemorySegment decisions, int count) {
        for (int i = 0; i < count; i++) {
            Decision decision = Decision.at(decisions, i);
            switch (decision.kind()) {
                case CHILD -> {
                    children.put(decision.child(), decision.lots());
                    ids.add(decision.child());
                    prices.put(decision.child(), new long[] {decision.price(), decision.price()});
                }
                case REPLACE ->
                    prices.compute(decision.child(), (id, price) ->
                            new long[] {decision.price(), price == null ? decision.price() : price[0]});
                case PARENT_ENDED -> parents.remove((int) decision.order());
                case REFUSED -> refused(decision);
                default -> {}
            }
        }
    }

    /** What the engine does not know, because something was garbled, is not spoken of again. */
    private void refused(Decision decision) {
        if (decision.reason() == RefusalReason.CHILD.code()) {
            children.remove(decision.order());
        } else if (wild && decision.reason() == RefusalReason.PARENT.code()) {
            parents.remove((int) decision.order());
        }
    }

    private long price() {
        return PRICE + random.nextInt(-50, 50);
    }

    private void parent(EventWriter writer, int instrument) {
        int number = random.nextInt(capacity.parents());
        if (parents.containsKey(number) && !(wild && random.nextInt(20) == 0)) {
            return;
        }
        long start = random.nextInt(3) == 0 ? Math.max(0, now - 1_000_000) : now + random.nextLong(500_000_000);
        long end = start + random.nextLong(100_000_000, 4_000_000_000L);
        long lots = random.nextLong(1, random.nextBoolean() ? 20 : 5_000);
        int points = random.nextBoolean() ? 1 : random.nextInt(1, capacity.points() + 1);
        long[] times = random.longs(points, start, end).sorted().distinct().toArray();
        long[] due = random.longs(times.length, 0, lots + 1).sorted().toArray();
        due[due.length - 1] = lots;
        Curve curve = new Curve(start, end, times, due);
        int account = capacity.accounts() == 1 ? 0 : random.nextInt(capacity.accounts());
        Told told = new Told(
                instrument,
                account,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                curve,
                random.nextInt(1, 4) == 1 ? 1 : random.nextInt(1, 100),
                terms(lots));
        parents.put(number, told);
        writer.terms(EventKind.PARENT, now, instrument, number, told.side, told.terms);
        if (random.nextInt(3) == 0) {
            told.drawn = drawn();
            writer.random(now, number, told.drawn);
        }
        if (random.nextInt(3) == 0) {
            told.peg = aPeg();
            writer.peg(now, number, told.peg);
        }
        writer.curve(now, account, number, curve, told.lotUnits);
    }

    private Drawn drawn() {
        return new Drawn(
                random.nextLong(),
                random.nextInt(5_001),
                random.nextInt(5_001),
                random.nextBoolean() ? 0 : random.nextLong(60));
    }

    private Peg aPeg() {
        Peg.To to = Peg.To.values()[random.nextInt(4)];
        return to == Peg.To.NOTHING
                ? Peg.NONE
                : new Peg(
                        to,
                        random.nextInt(-3, 4),
                        random.nextInt(1, 4),
                        random.nextLong(1, 100_000_000),
                        random.nextBoolean() ? 0 : random.nextLong(1, 200_000_000));
    }

    private void peg(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        Told told = parents.get(number);
        if (told != null) {
            told.peg = aPeg();
            writer.peg(now, number, told.peg);
        }
    }

    /** Of a parent that is worked: its curve stays. */
    private void random(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        if (parents.containsKey(number)) {
            writer.random(now, number, drawn());
        }
    }

    private void window(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        Told told = parents.get(number);
        if (told == null) {
            return;
        }
        long start = random.nextInt(3) == 0
                ? now + random.nextLong(300_000_000)
                : random.nextBoolean() ? told.curve.startNanos() : random.nextLong(now + 1);
        long end = Math.max(now, start) + random.nextLong(1, 2_000_000_000L);
        writer.amendWindow(now, number, start, end);
        told.curve = amended(told.curve, now, start, end);
        told.moved = true;
    }

    /** What is to come keeps its share of the way. */
    private static Curve amended(Curve curve, long now, long start, long end) {
        long[] times = curve.times().clone();
        BigDecimal from = BigDecimal.valueOf(Math.max(now, curve.startNanos()));
        BigDecimal to = BigDecimal.valueOf(Math.max(now, start));
        for (int i = 0; i < times.length; i++) {
            if (times[i] > now) {
                times[i] = to.add(BigDecimal.valueOf(times[i])
                                .subtract(from)
                                .multiply(BigDecimal.valueOf(end).subtract(to))
                                .divideToIntegralValue(
                                        BigDecimal.valueOf(curve.endNanos()).subtract(from)))
                        .longValueExact();
            }
        }
        return new Curve(start, end, times, curve.lots());
    }

    private void replaceRefused(EventWriter writer) {
        if (ids.isEmpty()) {
            return;
        }
        long id = child();
        long[] price = prices.get(id);
        if (children.containsKey(id) && price != null && price[0] != price[1]) {
            writer.replaceRefused(now, id, wild && random.nextBoolean() ? price() : price[1]);
            price[0] = price[1];
        }
    }

    private Terms terms(long lots) {
        long minimum = random.nextBoolean() ? 1 : random.nextLong(1, 50);
        Terms terms = Terms.of(lots)
                .limit(random.nextBoolean() ? 0 : price())
                .children(minimum, random.nextBoolean() ? 0 : minimum + random.nextInt(100));
        if (random.nextBoolean()) {
            terms = terms.cap(random.nextInt(1, 10_001));
        }
        return random.nextInt(3) > 0 ? terms : terms.display((int) minimum + random.nextInt(40));
    }

    private long child() {
        int at = random.nextInt(ids.size());
        long id = ids.get(at);
        if (!children.containsKey(id)) {
            ids.set(at, ids.getLast());
            ids.removeLast();
        }
        return id;
    }

    private void fill(EventWriter writer) {
        if (ids.isEmpty()) {
            return;
        }
        long id = child();
        Long open = children.get(id);
        if (open == null) {
            return;
        }
        long lots = random.nextBoolean() ? open : random.nextLong(1, open + 1);
        writer.fill(now, id, lots, price());
        if (lots == open) {
            over(id);
        } else {
            children.put(id, open - lots);
        }
        Told told = parents.get((int) (id >> EngineFormat.CHILD_BITS));
        if (told != null) {
            told.done += lots;
        }
    }

    /** Where events may be garbled, a child is over once the engine knows it no longer. */
    private void over(long id) {
        if (!wild) {
            children.remove(id);
        }
    }

    private void childEnded(EventWriter writer) {
        if (ids.isEmpty()) {
            return;
        }
        long id = child();
        if (children.containsKey(id)) {
            writer.ended(now, id, random.nextBoolean());
            over(id);
        }
    }

    private void amend(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        Told told = parents.get(number);
        if (told != null) {
            Terms terms = terms(Math.max(told.done, 1) + random.nextLong(2_000));
            writer.terms(EventKind.AMEND, now, told.instrument, number, told.side, terms);
            told.terms = terms;
        }
    }

    private void style(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        Told told = parents.get(number);
        if (told != null) {
            told.style = new Style(random.nextBoolean() ? 0 : price(), random.nextInt(3) == 0);
            writer.style(now, number, told.style);
        }
    }

    private void cancel(EventWriter writer) {
        int number = random.nextInt(capacity.parents());
        if ((parents.containsKey(number) && random.nextBoolean()) || wild) {
            writer.cancel(now, number);
        }
    }

    /** A byte that may make a record another event, but never the kill: that is for good. */
    private byte kind() {
        int kind = random.nextInt(29);
        return (byte) (kind == EventKind.KILL.code() ? 0 : kind);
    }

    /** Spoils a record; its time becomes an earlier one at most, since after a far later one all else would be refused. */
    private void garble(MemorySegment segment, long at) {
        switch (random.nextInt(5)) {
            case 0 -> segment.set(ValueLayout.JAVA_BYTE, at + random.nextInt(8), kind());
            case 1 -> segment.set(EngineFormat.I64, at + 8L * random.nextInt(2, 8), random.nextLong());
            case 2 -> segment.set(EngineFormat.I64, at + 8L * random.nextInt(2, 8), random.nextLong(-2, 3));
            case 3 -> segment.set(EngineFormat.U32, at + 4L * random.nextInt(4, 16), random.nextInt());
            default -> segment.set(EngineFormat.I64, at + EngineFormat.TIME, random.nextLong(-2, now + 1));
        }
    }
}
