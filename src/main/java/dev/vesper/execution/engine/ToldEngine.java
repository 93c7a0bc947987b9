package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** An engine with the rings of its events and decisions, told what happens when it happens. */
public final class ToldEngine {
    private final Engine engine;
    private final SingleProducerRing events;
    private final SingleProducerRing decisions;
    private final EventWriter writer;
    private final MemorySegment decided;
    private Consumer<Decision> decides = decision -> {};
    private long count;

    /** @param points of the longest curve, which is told at once */
    public ToldEngine(Engine engine, EngineCapacity capacity, int points, Arena arena) {
        this.engine = engine;
        this.events = Ring.single(points + 4, arena);
        this.decisions = Ring.single(capacity.mostDecisionsOfAnEvent(), arena);
        this.writer = new EventWriter(events);
        this.decided = decisions.memory().asSlice(decisions.at(0));
    }

    public void decides(Consumer<Decision> decided) {
        decides = decided;
    }

    /** Events that it was told. */
    public long events() {
        return count;
    }

    public void tell(Consumer<EventWriter> write) {
        writer.claimed(events.tail(), events.room(events.cells()));
        write.accept(writer);
        int left = writer.count();
        count += left;
        events.commit(events.tail(), left);
        while (left > 0) {
            left -= Engine.taken(engine.poll(events, decisions));
            read();
        }
    }

    private void read() {
        int ready = decisions.ready(decisions.cells());
        for (int i = 0; i < ready; i++) {
            long cell = decisions.head() + i & decisions.cells() - 1L;
            decides.accept(Decision.at(decided, (int) cell));
        }
        decisions.release(ready);
    }
}
