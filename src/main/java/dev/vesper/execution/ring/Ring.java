package dev.vesper.execution.ring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Cells of 64 bytes that go from producers to one consumer in their order, in memory that another language may share: see
 * {@link RingLayout}. All that it remembers is in that memory, so either end may be Java's or the native engine's. Nothing
 * waits, and nothing is allocated once it was made.
 *
 * <p>A producer claims cells, writes them and commits them; the consumer asks how many are ready, reads them from
 * {@link #head} on, and releases them. One thread at a time may consume, and one produce, unless it is a ring of many.
 */
public abstract sealed class Ring permits SingleProducerRing, ManyProducersRing {
    /** Bytes of a cell. */
    public static final int CELL = 64;

    final MemorySegment memory;
    final long cells;
    private final long mask;

    Ring(MemorySegment memory) {
        this.memory = memory;
        this.cells = (long) RingLayout.I64.get(memory, RingLayout.CELL_COUNT);
        this.mask = cells - 1;
    }

    /**
     * An empty ring with one producer.
     *
     * @param cells that it holds at least, 1 to 2^26; there may be up to twice as many
     */
    public static SingleProducerRing single(int cells, Arena arena) {
        return (SingleProducerRing) make(arena.allocate(bytes(cells, false), RingLayout.ALIGNMENT), cells, false);
    }

    /** An empty ring with any number of producers. */
    public static Ring many(int cells, Arena arena) {
        return make(arena.allocate(bytes(cells, true), RingLayout.ALIGNMENT), cells, true);
    }

    /** How much memory a ring of so many cells takes. */
    public static long bytes(int cells, boolean many) {
        return RingLayout.bytes(rounded(cells), many);
    }

    /**
     * An empty ring in memory that is all zeros, off the heap and aligned to 128 bytes.
     *
     * @param memory {@link #bytes} or more
     */
    public static Ring make(MemorySegment memory, int cells, boolean many) {
        long rounded = rounded(cells);
        if (!memory.isNative()
                || memory.address() % RingLayout.ALIGNMENT != 0
                || memory.byteSize() < RingLayout.bytes(rounded, many)) {
            throw new IllegalArgumentException("Expected " + RingLayout.bytes(rounded, many)
                    + " bytes off the heap, aligned" + " to " + RingLayout.ALIGNMENT + ", but got " + memory);
        }
        RingLayout.I64.set(memory, RingLayout.CELL_COUNT, rounded);
        RingLayout.I64.setRelease(memory, RingLayout.KIND, many ? RingLayout.MANY : RingLayout.SINGLE);
        return many ? new ManyProducersRing(memory) : new SingleProducerRing(memory);
    }

    private static long rounded(int cells) {
        if (cells < 1 || cells > RingLayout.MOST_CELLS) {
            throw new IllegalArgumentException("Expected 1 to " + RingLayout.MOST_CELLS + " cells, but got " + cells);
        }
        return cells == 1 ? 1 : Integer.highestOneBit(cells - 1) * 2L;
    }

    /**
     * Claims cells. One of many producers must commit all that it claimed, and soon: what others put behind them is not seen
     * before.
     *
     * @param count 1 or more
     * @return position of the first, or -1 where there is not so much room at the moment
     */
    public abstract long claim(int count);

    /** What was written to claimed cells may be taken. */
    public abstract void commit(long position, int count);

    /** How many cells may be read from {@link #head} on, 0 to {@code most}; maybe more by now. For the consumer. */
    public abstract int ready(int most);

    /** The position that is taken next; for the consumer. */
    public final long head() {
        return (long) RingLayout.I64.get(memory, RingLayout.HEAD);
    }

    /** So many cells were read, and may be written again; for the consumer. */
    public final void release(int count) {
        RingLayout.I64.setRelease(memory, RingLayout.HEAD, head() + count);
    }

    /** How many cells it has. */
    public final int cells() {
        return (int) cells;
    }

    /** The memory that {@link #at} leads into. */
    public final MemorySegment memory() {
        return memory;
    }

    /** Where the cell of a position begins in {@link #memory}. */
    public final long at(long position) {
        return RingLayout.CELLS + (position & mask) * CELL;
    }

    final long acquire(long word) {
        return (long) RingLayout.I64.getAcquire(memory, word);
    }
}
