package dev.vesper.execution.ring;

import java.lang.foreign.MemorySegment;

/** Any number of producers: each claims with one compare-and-set, and numbers its cells once they are written. */
final class ManyProducersRing extends Ring {
    private final long numbers;

    ManyProducersRing(MemorySegment memory) {
        super(memory);
        numbers = RingLayout.CELLS + cells * CELL;
    }

    @Override
    public long claim(int count) {
        long most = cells - count;
        while (true) {
            long tail = acquire(RingLayout.TAIL);
            if (tail - acquire(RingLayout.SEEN_HEAD) > most) {
                long head = acquire(RingLayout.HEAD);
                if (tail - head > most) {
                    return -1;
                }
                RingLayout.I64.setRelease(memory, RingLayout.SEEN_HEAD, head);
            }
            if (RingLayout.I64.compareAndSet(memory, RingLayout.TAIL, tail, tail + count)) {
                return tail;
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void commit(long position, int count) {
        for (long i = position; i < position + count; i++) {
            RingLayout.I64.setRelease(memory, number(i), i + 1);
        }
    }

    @Override
    public int ready(int most) {
        long head = head();
        int ready = 0;
        while (ready < most && acquire(number(head + ready)) == head + ready + 1) {
            ready++;
        }
        return ready;
    }

    private long number(long position) {
        return numbers + (position & (cells - 1)) * Long.BYTES;
    }
}
