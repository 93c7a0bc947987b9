package dev.vesper.execution.ring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/** Memory for each trial, of which there are millions: used again long after a trial is over. */
final class Slots {
    private static final int COUNT = 1 << 16;
    private static final long BYTES = 1_024;
    private static final MemorySegment ALL = Arena.global().allocate(COUNT * BYTES, RingLayout.ALIGNMENT);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Slots() {}

    /** All zeros. */
    static MemorySegment next() {
        long at = (NEXT.getAndIncrement() & (COUNT - 1)) * BYTES;
        return ALL.asSlice(at, BYTES).fill((byte) 0);
    }

    static boolean put(Ring ring, long value) {
        long position = ring.claim(1);
        if (position < 0) {
            return false;
        }
        for (long i = 0; i < Ring.CELL; i += Long.BYTES) {
            RingLayout.I64.set(ring.memory, ring.at(position) + i, value);
        }
        ring.commit(position, 1);
        return true;
    }

    /** What a cell holds, 0 where nothing is ready, -1 where not all of it is the same. */
    static int take(Ring ring) {
        if (ring.ready(1) == 0) {
            return 0;
        }
        long at = ring.at(ring.head());
        long value = (long) RingLayout.I64.get(ring.memory, at);
        for (long i = Long.BYTES; i < Ring.CELL; i += Long.BYTES) {
            if ((long) RingLayout.I64.get(ring.memory, at + i) != value) {
                return -1;
            }
        }
        ring.release(1);
        return (int) value;
    }
}
