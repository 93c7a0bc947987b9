package dev.vesper.adapters.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.vesper.execution.engine.DecisionKind;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.Twins;
import dev.vesper.execution.ring.QuoteBoard;
import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings and boards of which one end is Java's and the other the native engine's. */
class NativeRingsTest {
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));
    private static final EngineCapacity CAPACITY = new EngineCapacity(2, 4, 2, 6, 50_000_000, 2);
    private static final long EACH = 30_000;

    private static Path library() {
        Path library = Engines.file(NATIVE);
        assumeTrue(Files.exists(library), "skipped: the native engine was not built (no Rust): " + library);
        return library;
    }

    /** Both engines through rings of either kind that wrap all the time, and the clear one told in batches: the same bytes. */
    @ParameterizedTest
    @CsvSource({"native, false, 1", "native, true, 2", "java, false, 3", "java, true, 4"})
    void theSameBytesAsInBatches(String name, boolean many, long seed) {
        library();
        try (Arena arena = Arena.ofConfined();
                Engine java = new JavaEngine(CAPACITY);
                Engine other = name.equals("java")
                        ? new JavaEngine(CAPACITY)
                        : Engines.load(NATIVE).open().open(CAPACITY)) {
            assertEquals(name, other.name());
            Engine through = new ThroughRings(other, CAPACITY, many, arena);
            Twins.Count count = Twins.compare(java, through, CAPACITY, seed, 30_000);
            assertTrue(count.kinds().get(DecisionKind.CHILD) > 300, count::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"native", "java"})
    void whereTooFewDecisionsWereReadNoEventIsTaken(String name) {
        library();
        int most = CAPACITY.mostDecisionsOfAnEvent();
        try (Arena arena = Arena.ofConfined();
                Engine engine = name.equals("java")
                        ? new JavaEngine(CAPACITY)
                        : Engines.load(NATIVE).open().open(CAPACITY)) {
            Ring events = Ring.single(64, arena);
            SingleProducerRing decisions = Ring.single(most, arena);
            long position = events.claim(64);
            MemorySegment cells = events.memory().asSlice(events.at(position), 64 * Ring.CELL);
            cells.fill((byte) 0); // events of no kind, each refused
            events.commit(position, 64);
            int fit = decisions.cells() - most + 1;
            assertEquals(Engine.handled(fit, fit), engine.poll(events, decisions));
            assertEquals(0, engine.poll(events, decisions));
            decisions.release(decisions.ready(1));
            assertEquals(Engine.handled(1, 1), engine.poll(events, decisions));
            assertEquals(64 - fit - 1, events.ready(64));
            SingleProducerRing small = Ring.single(most / 4, arena);
            assertThrows(IllegalArgumentException.class, () -> engine.poll(events, small));
        }
    }

    /** Java puts and the library takes, and the other way round, each on a thread of its own. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void threadsOfBothLanguagesLoseNothing(boolean many, boolean nativePuts) throws InterruptedException {
        Path library = library();
        try (Arena arena = Arena.ofShared()) {
            Ring ring = many ? Ring.many(256, arena) : Ring.single(256, arena);
            AtomicReference<Throwable> failed = new AtomicReference<>();
            int producers = many ? 2 : 1;
            Thread[] threads = new Thread[producers];
            for (int p = 0; p < producers; p++) {
                long mine = (long) p << 32;
                // where there are two producers, one of each language
                boolean here = nativePuts ^ (p == 1);
                threads[p] = Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, e) -> failed.set(e))
                        .start(() -> {
                            if (here) {
                                putNative(new NativeRings(library), ring, mine);
                            } else {
                                putJava(ring, mine);
                            }
                        });
            }
            NativeRings rings = new NativeRings(library);
            long[] next = new long[producers];
            MemorySegment taken = arena.allocate(256 * Ring.CELL);
            for (long all = 0; all < producers * EACH && failed.get() == null; ) {
                int count;
                if (nativePuts) {
                    count = ring.ready(50);
                    for (int i = 0; i < count; i++) {
                        check(ring.memory(), ring.at(ring.head() + i), next);
                    }
                    ring.release(count);
                } else {
                    count = rings.take(ring, taken, 50);
                    for (int i = 0; i < count; i++) {
                        check(taken, i * (long) Ring.CELL, next);
                    }
                }
                all += count;
                if (count == 0) {
                    Thread.yield();
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(null, failed.get());
        }
    }

    private static void check(MemorySegment from, long at, long[] next) {
        long value = from.get(ValueLayout.JAVA_LONG, at);
        for (long i = Long.BYTES; i < Ring.CELL; i += Long.BYTES) {
            assertEquals(value, from.get(ValueLayout.JAVA_LONG, at + i));
        }
        assertEquals(next[(int) (value >>> 32)]++, value & 0xFFFFFFFFL);
    }

    private static void putJava(Ring ring, long mine) {
        for (long put = 0; put < EACH; ) {
            int count = (int) Math.min(3, EACH - put);
            long position = ring.claim(count);
            if (position < 0) {
                Thread.yield();
                continue;
            }
            for (int i = 0; i < count; i++) {
                fill(ring.memory(), ring.at(position + i), mine + put++);
            }
            ring.commit(position, count);
        }
    }

    private static void putNative(NativeRings rings, Ring ring, long mine) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment records = arena.allocate(3 * Ring.CELL);
            for (long put = 0; put < EACH; ) {
                int count = (int) Math.min(3, EACH - put);
                for (int i = 0; i < count; i++) {
                    fill(records, i * (long) Ring.CELL, mine + put + i);
                }
                if (rings.put(ring, records, count)) {
                    put += count;
                } else {
                    Thread.yield();
                }
            }
        }
    }

    private static void fill(MemorySegment to, long at, long value) {
        for (long i = 0; i < Ring.CELL; i += Long.BYTES) {
            to.set(ValueLayout.JAVA_LONG, at + i, value);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noQuoteIsTornBetweenTheLanguages(boolean nativePuts) throws InterruptedException {
        NativeRings reader = new NativeRings(library());
        try (Arena arena = Arena.ofShared()) {
            QuoteBoard board = new QuoteBoard(2, arena);
            AtomicBoolean over = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                NativeRings rings = new NativeRings(library());
                MemorySegment quote = arena.allocate(Ring.CELL);
                for (long i = 1; !over.get(); i++) {
                    if (nativePuts) {
                        fill(quote, 0, i);
                        rings.put(board, 1, quote);
                    } else {
                        board.put(1, i, i, i, i, i);
                    }
                }
            });
            MemorySegment read = arena.allocate(Ring.CELL);
            long[] quote = new long[QuoteBoard.NUMBERS];
            try {
                for (int whole = 0; whole < 50_000; ) {
                    if (nativePuts ? !board.get(1, quote) : !reader.get(board, 1, read)) {
                        continue;
                    }
                    whole++;
                    for (int i = 0; i < QuoteBoard.NUMBERS && !nativePuts; i++) {
                        quote[i] = read.getAtIndex(ValueLayout.JAVA_LONG, i);
                    }
                    for (long number : quote) {
                        assertEquals(quote[0], number);
                    }
                }
            } finally {
                over.set(true);
                writer.join();
            }
        }
    }

    /** Telling, deciding and reading through rings makes no garbage once it is warm; the crate counts for itself. */
    @Test
    void aPollAllocatesNothing() {
        library();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "skipped: this JVM does not count");
        try (Arena arena = Arena.ofConfined();
                Engine engine = Engines.load(NATIVE).open().open(CAPACITY)) {
            Ring events = Ring.single(64, arena);
            SingleProducerRing decisions = Ring.single(256, arena);
            EventWriter writer = new EventWriter(events);
            long least = Long.MAX_VALUE;
            long made = 0;
            // the JVM itself may allocate on a thread now and then, such as when it compiles
            for (int round = 0; round < 8; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10_000; i++) {
                    made += told(engine, events, decisions, writer);
                }
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least);
            assertEquals(8 * 10_000 * 20, made);
        }
    }

    /** What is told of a child that was never sent is refused, which is a decision. */
    private static int told(Engine engine, Ring events, SingleProducerRing decisions, EventWriter writer) {
        writer.claimed(events.claim(40), 40);
        for (int i = 0; i < 20; i++) {
            writer.trade(0, 0, 100_000, 1);
            writer.fill(0, 99, 1, 100_000);
        }
        events.commit(events.head(), 40);
        engine.poll(events, decisions);
        int made = decisions.ready(256);
        decisions.release(made);
        return made;
    }

    @Test
    void whatIsNoRingIsRefused() {
        library();
        try (Arena arena = Arena.ofConfined();
                Engine engine = Engines.load(NATIVE).open().open(CAPACITY)) {
            Ring events = Ring.single(8, arena);
            SingleProducerRing decisions = Ring.single(CAPACITY.mostDecisionsOfAnEvent(), arena);
            events.memory().set(ValueLayout.JAVA_LONG, 0, 0);
            var thrown = assertThrows(IllegalArgumentException.class, () -> engine.poll(events, decisions));
            assertTrue(thrown.getMessage().startsWith("Expected a ring"), thrown.getMessage());
            assertFalse(decisions.ready(1) > 0);
        }
    }
}
