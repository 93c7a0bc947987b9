package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.AccountLimits;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Decision;
import dev.vesper.execution.engine.DecisionKind;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.GateWriter;
import dev.vesper.execution.engine.InstrumentLimits;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.PairLimits;
import dev.vesper.execution.engine.PositionLimits;
import dev.vesper.execution.engine.RateLimit;
import dev.vesper.execution.engine.Terms;
import dev.vesper.orders.Side;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A day of one instrument as an engine is told it, recorded once with a venue that fills every child at once, so that any
 * engine can be told it again. What opens the day (limits, parents) lies apart, and is not measured.
 *
 * @param opening before the first tick
 * @param batches of 64 events, the last of fewer
 * @param counts events in each batch
 * @param ticks quotes, trades and times among them
 * @param children that are sent
 */
@SuppressWarnings("ArrayRecordComponent") // a stream is told, never compared
record TickStream(
        EngineCapacity capacity,
        MemorySegment opening,
        MemorySegment[] batches,
        int[] counts,
        int ticks,
        long children) {
    static final int BATCH = 64;
    private static final long OPEN = 34_200_000_000_000L;
    private static final long CLOSE = 57_600_000_000_000L;
    private static final long PRICE = 100_000;

    /** What a day is like: how many parents are open, how often each is due, and whether limits are told. */
    record Kind(int parents, int slices, boolean gated, int ticks) {}

    /** As many quotes to a trade as in BAC's day, 5.4. */
    static TickStream of(Arena arena, Kind kind) {
        return new Recording(arena, kind).market();
    }

    /** At each tick, which is a time, all parents are due. */
    static TickStream ofChildren(Arena arena, int parents, int slices, boolean gated) {
        return new Recording(arena, new Kind(parents, slices, gated, slices)).times();
    }

    /** Tells an engine all of it; answers how many decisions it made. */
    static long tell(Engine engine, TickStream stream, MemorySegment decisions) {
        long made = 0;
        for (int i = 0; i < stream.batches.length; i++) {
            int count = stream.counts[i];
            long handled = engine.handle(stream.batches[i], count, decisions);
            made += Engine.made(handled);
            if (Engine.taken(handled) != count) {
                throw new IllegalStateException("Expected room for all decisions of a batch");
            }
        }
        return made;
    }

    /** An engine at the first tick. */
    void open(Engine engine, MemorySegment decisions) {
        int count = (int) (opening.byteSize() / EngineFormat.RECORD);
        for (int from = 0; from < count; ) {
            from += Engine.taken(
                    engine.handle(opening.asSlice((long) from * EngineFormat.RECORD), count - from, decisions));
        }
    }

    static MemorySegment room(Arena arena, EngineCapacity capacity) {
        return arena.allocate((long) (4 * BATCH + 2 * capacity.mostDecisionsOfAnEvent()) * EngineFormat.RECORD, 64);
    }

    private static final class Recording {
        private final Arena arena;
        private final Kind kind;
        private final EngineCapacity capacity;
        private final Engine engine;
        private final MemorySegment opening;
        private final MemorySegment all;
        private final MemorySegment decisions;
        private final EventWriter writer;
        private int told;
        private long children;

        Recording(Arena arena, Kind kind) {
            this.arena = arena;
            this.kind = kind;
            capacity = new EngineCapacity(1, kind.parents, 4, kind.slices, 1_000_000_000, 1);
            engine = new JavaEngine(capacity);
            decisions = room(arena, capacity);
            opening = opening();
            long most = kind.ticks + (long) kind.parents * (kind.slices + 1L);
            all = arena.allocate(most * EngineFormat.RECORD, 64);
            writer = new EventWriter(all);
        }

        private MemorySegment opening() {
            MemorySegment events = arena.allocate((kind.parents * (kind.slices + 4L) + 8) * EngineFormat.RECORD, 64);
            EventWriter write = new EventWriter(events);
            if (kind.gated) {
                GateWriter gate = new GateWriter(write);
                gate.cash(0, 0, 1L << 50);
                gate.begin(0, 1, RateLimit.NONE);
                gate.instrument(0, 1, 0, new InstrumentLimits(true, true, 1_000_000, 1L << 40, 1_000));
                gate.account(0, 1, 0, new AccountLimits(true, 0, PositionLimits.NONE));
                gate.position(0, 1, 0, 0, PairLimits.of(PositionLimits.NONE));
                gate.limits(0, 1, 3);
            }
            write.quote(OPEN, 0, PRICE - 50, PRICE + 50);
            for (int i = 0; i < kind.parents; i++) {
                long[] times = times(i);
                long[] lots = IntStream.rangeClosed(1, times.length)
                        .mapToLong(n -> n * 100L)
                        .toArray();
                write.parent(
                        OPEN,
                        0,
                        i,
                        i % 2 == 0 ? Side.BUY : Side.SELL,
                        Terms.of(lots[lots.length - 1]),
                        new Curve(OPEN, CLOSE, times, lots),
                        1);
            }
            MemorySegment told = events.asSlice(0, (long) write.count() * EngineFormat.RECORD);
            new TickStream(capacity, told, new MemorySegment[0], new int[0], 0, 0).open(engine, decisions);
            return told;
        }

        /** When a parent's slices begin: each a little after that of the parent before; one alone is due at the end only. */
        private long[] times(int parent) {
            long step = (CLOSE - OPEN) / (kind.slices + 1);
            return IntStream.rangeClosed(1, kind.slices)
                    .mapToLong(i -> kind.slices == 1
                            ? CLOSE - 1
                            : OPEN + i * step + (kind.ticks == kind.slices ? 0 : parent * step / kind.parents))
                    .toArray();
        }

        TickStream market() {
            SplittableRandom random = new SplittableRandom(42);
            long step = (CLOSE - OPEN - 1_000_000_000) / kind.ticks;
            for (int i = 0; i < kind.ticks; i++) {
                long now = OPEN + i * step;
                if (random.nextInt(64) < 10) {
                    writer.trade(now, 0, PRICE + random.nextInt(-5, 6), random.nextLong(1, 2_000));
                } else {
                    long bid = PRICE + random.nextInt(-10, 10);
                    writer.quote(now, 0, bid, bid + random.nextInt(1, 3));
                }
                hear(now);
            }
            return stream();
        }

        TickStream times() {
            for (long time : times(0)) {
                writer.time(time);
                hear(time);
            }
            return stream();
        }

        /** Fills what the newest event led to, and what that leads to. */
        private void hear(long now) {
            while (told < writer.count()) {
                long handled = engine.handle(all.asSlice((long) told * EngineFormat.RECORD), 1, decisions);
                told++;
                for (int k = 0; k < Engine.made(handled); k++) {
                    Decision decision = Decision.at(decisions, k);
                    if (decision.kind() == DecisionKind.CHILD) {
                        children++;
                        writer.fill(now, decision.child(), decision.lots(), PRICE);
                    } else if (decision.kind() != DecisionKind.PARENT_ENDED) {
                        throw new IllegalStateException(decision.line());
                    }
                }
            }
        }

        private TickStream stream() {
            int count = writer.count();
            int[] counts = new int[(count + BATCH - 1) / BATCH];
            Arrays.fill(counts, BATCH);
            counts[counts.length - 1] = count - (counts.length - 1) * BATCH;
            MemorySegment[] batches = new MemorySegment[counts.length];
            for (int i = 0; i < batches.length; i++) {
                batches[i] =
                        all.asSlice((long) i * BATCH * EngineFormat.RECORD, (long) counts[i] * EngineFormat.RECORD);
            }
            return new TickStream(capacity, opening, batches, counts, kind.ticks, children);
        }
    }
}
