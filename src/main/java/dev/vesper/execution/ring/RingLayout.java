package dev.vesper.execution.ring;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How a ring lies in memory, for Java and for src/main/rust/engine/src/ring.rs alike. Little-endian, aligned to 128 bytes: a
 * cursor has two cache lines for itself, since processors fetch lines in pairs. Positions count cells from 0 and never wrap;
 * the cell of a position is its remainder by the number of cells.
 *
 * <pre>
 *   0  i64  {@link #SINGLE} or {@link #MANY}: who may put, and that this is a ring
 *   8  i64  cells, a power of two
 * 128  i64  tail: position after the last that was put (single), or claimed (many)
 * 256  i64  head as the producers saw it last
 * 384  i64  head: position that is taken next
 * 512  i64  position up to which the consumer saw that cells are ready
 * 640       cells of 64 bytes
 *           many only, for each cell that was the first of those put at once, 16 bytes:
 *           i64 1 more than its position, i64 how many were put
 * </pre>
 *
 * Who writes and reads what, and how: a producer reads head with acquire, writes its cells plainly, then tail (many: how
 * many they are plainly, and their number) with release; the consumer reads tail (many: that number) with acquire, reads the cells plainly, then writes
 * head with release. Many producers claim by compare-and-set of tail, and share what they saw of head with release and acquire.
 */
final class RingLayout {
    /** Of a ring with one producer: {@code VSPRING1}. */
    static final long SINGLE = 0x31474E4952505356L;

    /** Of a ring with any number of producers: {@code VSPRINGN}. */
    static final long MANY = 0x4E474E4952505356L;

    static final long KIND = 0;
    static final long CELL_COUNT = 8;
    static final long TAIL = 128;
    static final long SEEN_HEAD = 256;
    static final long HEAD = 384;
    static final long SEEN_TAIL = 512;
    static final long CELLS = 640;

    /** Bytes beside each cell of many. */
    static final long NUMBER = 16;

    static final long ALIGNMENT = 128;
    static final int MOST_CELLS = 1 << 26;

    /** Of a segment and an offset that is a multiple of 8. */
    static final VarHandle I64 =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    private RingLayout() {}

    static long bytes(long cells, boolean many) {
        return CELLS + cells * (many ? Ring.CELL + NUMBER : Ring.CELL);
    }
}
