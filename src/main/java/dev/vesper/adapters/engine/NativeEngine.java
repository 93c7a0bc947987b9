package dev.vesper.adapters.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The Rust engine. Segments must lie off the heap: the call is a plain one, during which the garbage collector may work.
 */
final class NativeEngine implements Engine {
    private final EngineLibrary functions;
    private final EngineCapacity capacity;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment handled = arena.allocate(JAVA_LONG);
    private final MemorySegment engine;

    NativeEngine(EngineLibrary functions, EngineCapacity capacity) {
        this.functions = functions;
        this.capacity = capacity;
        MemorySegment opened = arena.allocate(ADDRESS);
        int status;
        try {
            status = (int) functions.open.invokeExact(
                    capacity.instruments(),
                    capacity.parents(),
                    capacity.children(),
                    capacity.points(),
                    capacity.retryNanos(),
                    capacity.accounts(),
                    opened);
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        functions.check(status);
        engine = opened.get(ADDRESS, 0);
        tellNothing();
    }

    /** The first call of a process finds its way to the library, which is better done now than at the first tick. */
    private void tellNothing() {
        call(MemorySegment.NULL, 0, MemorySegment.NULL, capacity.mostDecisionsOfAnEvent());
    }

    @Override
    public String name() {
        return "native";
    }

    @Override
    public long handle(MemorySegment events, int count, MemorySegment decisions) {
        return call(events, count, decisions, Engine.room(capacity, events, count, decisions));
    }

    @Override
    public long poll(Ring events, SingleProducerRing decisions) {
        int status;
        try {
            status = (int) functions.poll.invokeExact(engine, events.memory(), decisions.memory(), answer());
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        functions.check(status);
        return handled.get(JAVA_LONG, 0);
    }

    private long call(MemorySegment events, int count, MemorySegment decisions, int room) {
        int status;
        try {
            status = (int) functions.handle.invokeExact(engine, events, count, decisions, room, answer());
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
        functions.check(status);
        return handled.get(JAVA_LONG, 0);
    }

    /** Where the call answers; refused once the engine was closed, or to another thread. */
    private MemorySegment answer() {
        handled.set(JAVA_LONG, 0, 0);
        return handled;
    }

    @Override
    public void close() {
        if (!arena.scope().isAlive()) {
            return;
        }
        arena.close();
        try {
            functions.check((int) functions.close.invokeExact(engine));
        } catch (Throwable e) {
            throw EngineLibrary.broken(e);
        }
    }
}
