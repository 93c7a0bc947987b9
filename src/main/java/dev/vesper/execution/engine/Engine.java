package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.MemorySegment;

/**
 * Works parent orders: told what happens, it says which children are sent, changed and cancelled. The same events give the same
 * decisions, byte for byte, whoever implements it and however they are cut into batches. Its promises are in
 * src/docs/engine.md. Not for several threads.
 */
public interface Engine extends AutoCloseable {
    /**
     * Takes events in their order until all were taken or the room for decisions might not be enough for another.
     *
     * @param events in the form of {@link EngineFormat}
     * @param count how many there are, 0 or more
     * @param decisions written from its beginning; room for {@link EngineCapacity#mostDecisionsOfAnEvent()} at least
     * @return how many were taken and made, see {@link #taken} and {@link #made}
     * @throws IllegalArgumentException where a segment is too small; nothing was taken then
     */
    long handle(MemorySegment events, int count, MemorySegment decisions);

    /**
     * Takes the events that are ready in a ring and puts what it decides into another, until all were taken or the room there
     * might not be enough for another event. The caller's thread is the one consumer of the first and the one producer of the
     * second.
     *
     * @param decisions with {@link EngineCapacity#mostDecisionsOfAnEvent()} cells at least
     * @return how many were taken and made, see {@link #taken} and {@link #made}; nothing where no event is ready, or too few
     *     decisions were read
     * @throws IllegalArgumentException where the ring of decisions is too small; nothing was taken then
     */
    long poll(Ring events, SingleProducerRing decisions);

    /** Who serves: {@code native} or {@code java}. */
    String name();

    @Override
    void close();

    /** Events that a call took. */
    static int taken(long handled) {
        return (int) (handled >>> 32);
    }

    /** Decisions that a call made. */
    static int made(long handled) {
        return (int) handled;
    }

    /** What a call answers. */
    static long handled(int taken, int made) {
        return (long) taken << 32 | made;
    }

    /**
     * Refuses a call for which the segments are too small.
     *
     * @return decisions there is room for
     */
    static int room(EngineCapacity capacity, MemorySegment events, int count, MemorySegment decisions) {
        if (count < 0 || events.byteSize() / EngineFormat.RECORD < count) {
            throw new IllegalArgumentException("Expected " + count + " events of " + EngineFormat.RECORD
                    + " bytes each, but got " + events.byteSize() + " bytes");
        }
        long room = Math.min(decisions.byteSize() / EngineFormat.RECORD, Integer.MAX_VALUE);
        if (room < capacity.mostDecisionsOfAnEvent()) {
            throw new IllegalArgumentException("Expected room for " + capacity.mostDecisionsOfAnEvent()
                    + " decisions, which is what one event may lead to, but got " + room);
        }
        return (int) room;
    }

    /**
     * Refuses a ring that never has room for what one event may lead to.
     *
     * @return decisions there is room for at the moment
     */
    static int room(EngineCapacity capacity, SingleProducerRing decisions) {
        int most = capacity.mostDecisionsOfAnEvent();
        if (decisions.cells() < most) {
            throw new IllegalArgumentException("Expected a ring of " + most
                    + " decisions, which is what one event may lead to, but got one of " + decisions.cells());
        }
        return decisions.room(decisions.cells());
    }
}
