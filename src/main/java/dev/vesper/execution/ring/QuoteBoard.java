package dev.vesper.execution.ring;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.VarHandle;

/**
 * The newest quote of each instrument, which one thread writes and any number read, none waiting for another: a sequence lock
 * (Boehm, "Can seqlocks get along with programming language memory models?", 2012). The native engine reads and writes the same
 * memory, 64 bytes for each instrument, little-endian, aligned to 64:
 *
 * <pre>
 *  0  i64  twice the number of quotes that were put; odd while one is being written
 *  8  i64  time, nanoseconds since midnight
 * 16  i64  bid    24  i64  ask         in 1/10,000, 0 where there is none
 * 32  i64  bid    40  i64  ask units
 * </pre>
 */
public final class QuoteBoard {
    /** Numbers of a quote, in their order: time, bid, ask, units at the bid, units at the ask. */
    public static final int NUMBERS = 5;

    static final int CELL = 64;
    private static final int TRIES = 1_000;

    private final MemorySegment memory;
    private final int instruments;

    /**
     * A board without quotes: all their numbers are 0.
     *
     * @param instruments 1 or more
     * @param memory gives zeros, as an arena does
     */
    public QuoteBoard(int instruments, SegmentAllocator memory) {
        this.instruments = instruments;
        this.memory = memory.allocate((long) instruments * CELL, CELL);
    }

    /** How many instruments it has. */
    public int instruments() {
        return instruments;
    }

    /** What the native engine is given. */
    public MemorySegment memory() {
        return memory;
    }

    /** Puts a quote; for one thread at a time of each instrument. */
    public void put(int instrument, long time, long bid, long ask, long bidUnits, long askUnits) {
        long at = at(instrument);
        long version = (long) RingLayout.I64.get(memory, at);
        RingLayout.I64.setOpaque(memory, at, version + 1);
        VarHandle.releaseFence(); // no number below is seen before the odd version
        RingLayout.I64.setOpaque(memory, at + 8, time);
        RingLayout.I64.setOpaque(memory, at + 16, bid);
        RingLayout.I64.setOpaque(memory, at + 24, ask);
        RingLayout.I64.setOpaque(memory, at + 32, bidUnits);
        RingLayout.I64.setOpaque(memory, at + 40, askUnits);
        RingLayout.I64.setRelease(memory, at, version + 2);
    }

    /**
     * Copies a quote as it was put, whole.
     *
     * @param quote becomes its {@link #NUMBERS} numbers; not whole where the answer is false
     * @return false where the writer was in the way at each of a thousand tries, as one that died within a quote is for good
     */
    public boolean get(int instrument, long[] quote) {
        long at = at(instrument);
        for (int tries = 0; tries < TRIES; tries++) {
            long version = (long) RingLayout.I64.getAcquire(memory, at);
            if ((version & 1) == 0) {
                for (int i = 0; i < NUMBERS; i++) {
                    quote[i] = (long) RingLayout.I64.getOpaque(memory, at + 8 + 8L * i);
                }
                VarHandle.acquireFence(); // no number above is read after the version below
                if ((long) RingLayout.I64.getOpaque(memory, at) == version) {
                    return true;
                }
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private long at(int instrument) {
        if (instrument < 0 || instrument >= instruments) {
            throw new IndexOutOfBoundsException(
                    "Expected an instrument below " + instruments + ", but got " + instrument);
        }
        return (long) instrument * CELL;
    }
}
