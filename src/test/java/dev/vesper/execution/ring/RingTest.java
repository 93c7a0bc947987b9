package dev.vesper.execution.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    private final Arena arena = Arena.ofShared();

    @AfterEach
    void close() {
        arena.close();
    }

    private Ring ring(int cells, boolean many) {
        return many ? Ring.many(cells, arena) : Ring.single(cells, arena);
    }

    /** Batches of every size, put and taken in any order, over many rounds of the ring. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasPutIsTakenOnceInItsOrder(boolean many) {
        for (int cells : new int[] {1, 2, 3, 8, 61}) {
            Ring ring = ring(cells, many);
            assertTrue(ring.cells() >= cells && Integer.bitCount(ring.cells()) == 1);
            SplittableRandom random = new SplittableRandom(cells);
            long put = 0;
            long taken = 0;
            while (taken < 10_000) {
                int count = random.nextInt(1, ring.cells() + 1);
                long position = ring.claim(count);
                assertEquals(put - taken + count <= ring.cells(), position >= 0);
                if (position >= 0) {
                    for (int i = 0; i < count; i++) {
                        write(ring, position + i, put++);
                    }
                    ring.commit(position, count);
                }
                int ready = ring.ready(random.nextInt(1, ring.cells() + 1));
                assertTrue(ready > 0 || put == taken);
                for (int i = 0; i < ready; i++) {
                    assertEquals(taken++, read(ring, ring.head() + i));
                }
                ring.release(ready);
            }
        }
    }

    @Test
    void whatWasClaimedIsNotReadyBeforeItIsCommitted() {
        Ring ring = Ring.many(4, arena);
        long first = ring.claim(1);
        long second = ring.claim(2);
        ring.commit(second, 2);
        assertEquals(0, ring.ready(4));
        ring.commit(first, 1);
        assertEquals(3, ring.ready(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void threadsLoseNothing(int producers) throws InterruptedException {
        Ring ring = ring(256, producers > 1);
        long each = 30_000;
        List<Thread> threads = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            long mine = (long) p << 32;
            threads.add(Thread.ofPlatform().start(() -> produce(ring, mine, each)));
        }
        long[] next = new long[producers];
        for (long taken = 0; taken < producers * each; ) {
            int ready = ring.ready(50);
            for (int i = 0; i < ready; i++) {
                long value = read(ring, ring.head() + i);
                assertEquals(next[(int) (value >>> 32)]++, value & 0xFFFFFFFFL);
            }
            ring.release(ready);
            taken += ready;
            if (ready == 0) {
                Thread.yield();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, ring.ready(32));
    }

    private static void produce(Ring ring, long mine, long each) {
        SplittableRandom random = new SplittableRandom(mine);
        for (long put = 0; put < each; ) {
            int count = (int) Math.min(random.nextInt(1, 9), each - put);
            long position = ring.claim(count);
            if (position < 0) {
                Thread.yield();
                continue;
            }
            for (int i = 0; i < count; i++) {
                write(ring, position + i, mine + put++);
            }
            ring.commit(position, count);
        }
    }

    @Test
    void nothingIsAllocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "skipped: this JVM does not count");
        Ring single = Ring.single(64, arena);
        Ring many = Ring.many(64, arena);
        QuoteBoard board = new QuoteBoard(2, arena);
        long[] quote = new long[QuoteBoard.NUMBERS];
        long least = Long.MAX_VALUE;
        // the JVM itself may allocate on a thread now and then, such as when it compiles
        for (int round = 0; round < 8; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                through(single);
                through(many);
                board.put(1, i, 1, 2, 3, 4);
                board.get(1, quote);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
        assertEquals(19_999, quote[0]);
    }

    private static void through(Ring ring) {
        long position = ring.claim(3);
        write(ring, position, 1);
        ring.commit(position, 3);
        ring.release(ring.ready(64));
    }

    @Test
    void whatCannotBeARingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ring.single(0, arena));
        assertThrows(IllegalArgumentException.class, () -> Ring.many((1 << 26) + 1, arena));
        MemorySegment heap = MemorySegment.ofArray(new long[1_000]);
        assertThrows(IllegalArgumentException.class, () -> Ring.make(heap, 4, false));
        MemorySegment small = arena.allocate(Ring.bytes(4, true) - 1, 128);
        assertThrows(IllegalArgumentException.class, () -> Ring.make(small, 4, true));
        assertEquals(4, Ring.make(small, 4, false).cells());
    }

    private static void write(Ring ring, long position, long value) {
        long at = ring.at(position);
        for (long i = 0; i < Ring.CELL; i += Long.BYTES) {
            ring.memory().set(ValueLayout.JAVA_LONG, at + i, value);
        }
    }

    private static long read(Ring ring, long position) {
        long at = ring.at(position);
        long value = ring.memory().get(ValueLayout.JAVA_LONG, at);
        for (long i = Long.BYTES; i < Ring.CELL; i += Long.BYTES) {
            assertEquals(value, ring.memory().get(ValueLayout.JAVA_LONG, at + i));
        }
        return value;
    }
}
