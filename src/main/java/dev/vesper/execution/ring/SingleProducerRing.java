package dev.vesper.execution.ring;

import java.lang.foreign.MemorySegment;

/** One producer: what was put is what lies before its tail. Each end looks at the other's cursor only when it must. */
public final class SingleProducerRing extends Ring {
    SingleProducerRing(MemorySegment memory) {
        super(memory);
    }

    /** The position that is claimed next; for the producer. */
    public long tail() {
        return (long) RingLayout.I64.get(memory, RingLayout.TAIL);
    }

    /**
     * How many cells may be claimed from {@link #tail} on; for the producer.
     *
     * @param wanted where fewer were seen to be free, it looks anew
     */
    public int room(int wanted) {
        long free = cells - tail();
        long seen = free + (long) RingLayout.I64.get(memory, RingLayout.SEEN_HEAD);
        if (seen >= wanted) {
            return (int) seen;
        }
        long head = acquire(RingLayout.HEAD);
        RingLayout.I64.set(memory, RingLayout.SEEN_HEAD, head);
        return (int) (free + head);
    }

    /** Fewer than were claimed may be committed, or none. */
    @Override
    public long claim(int count) {
        return room(count) >= count ? tail() : -1;
    }

    @Override
    public void commit(long position, int count) {
        RingLayout.I64.setRelease(memory, RingLayout.TAIL, position + count);
    }

    @Override
    public int ready(int most) {
        long head = head();
        long ready = (long) RingLayout.I64.get(memory, RingLayout.SEEN_TAIL) - head;
        if (ready == 0) {
            long tail = acquire(RingLayout.TAIL);
            RingLayout.I64.set(memory, RingLayout.SEEN_TAIL, tail);
            ready = tail - head;
        }
        return (int) Math.min(ready, most);
    }
}
