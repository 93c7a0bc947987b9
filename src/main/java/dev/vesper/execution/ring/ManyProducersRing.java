package dev.vesper.execution.ring;

import java.lang.foreign.MemorySegment;

/** Any number of producers: each claims with one compare-and-set, and numbers the first of its cells once all are written. */
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
        long number = number(position);
        RingLayout.I64.set(memory, number + Long.BYTES, (long) count);
        RingLayout.I64.setRelease(memory, number, position + 1);
    }

    @Override
    public int ready(int most) {
        long head = head();
        long seen = (long) RingLayout.I64.get(memory, RingLayout.SEEN_TAIL);
        if (seen == head) {
            long number = number(seen);
            while (seen - head < most && acquire(number) == seen + 1) {
                seen += (long) RingLayout.I64.get(memory, number + Long.BYTES);
                number = number(seen);
            }
            RingLayout.I64.set(memory, RingLayout.SEEN_TAIL, seen);
        }
        return (int) Math.min(seen - head, most);
    }

    private long number(long position) {
        return numbers + (position & (cells - 1)) * RingLayout.NUMBER;
    }
}
