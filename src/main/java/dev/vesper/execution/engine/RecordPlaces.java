package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import java.lang.foreign.MemorySegment;

/** Where the records of one call lie: one after the other from the beginning of a segment, or in cells of a ring. */
final class RecordPlaces {
    private final MemorySegment segment;
    private final long origin;
    private final long mask;
    private long first;
    private int room;

    RecordPlaces(MemorySegment segment) {
        this.segment = segment;
        this.origin = 0;
        this.mask = -1;
        this.room = (int) Math.min(segment.byteSize() / EngineFormat.RECORD, Integer.MAX_VALUE);
    }

    /** None of its cells, until {@link #begin} says which. */
    RecordPlaces(Ring ring) {
        this.segment = ring.memory();
        this.origin = ring.at(0);
        this.mask = ring.cells() - 1L;
    }

    /** From a position of the ring on, so many cells. */
    void begin(long position, int cells) {
        first = position;
        room = cells;
    }

    MemorySegment segment() {
        return segment;
    }

    /** Where a record begins, from 0. */
    long at(int index) {
        if (index >= room) {
            throw new IndexOutOfBoundsException(
                    "Expected room for " + (index + 1L) + " records, but there is room for " + room);
        }
        return origin + ((first + index) & mask) * EngineFormat.RECORD;
    }
}
