package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** An engine that is told through small rings what it is told in a batch, so that these wrap all the time. */
record ThroughRings(Engine engine, EngineCapacity capacity, Ring events, SingleProducerRing decisions)
        implements Engine {
    ThroughRings(Engine engine, EngineCapacity capacity, boolean many, Arena arena) {
        this(
                engine,
                capacity,
                many ? Ring.many(7, arena) : Ring.single(7, arena),
                Ring.single(capacity.mostDecisionsOfAnEvent(), arena));
    }

    @Override
    public long handle(MemorySegment told, int count, MemorySegment decided) {
        int most = capacity.mostDecisionsOfAnEvent();
        int room = Engine.room(capacity, told, count, decided);
        int taken = 0;
        int made = 0;
        while (taken < count && room - made >= most) {
            int batch = Math.min(Math.min(events.cells(), count - taken), (room - made) / most);
            long position = events.claim(batch);
            for (int i = 0; i < batch; i++) {
                long from = (taken + (long) i) * Ring.CELL;
                MemorySegment.copy(told, from, events.memory(), events.at(position + i), Ring.CELL);
            }
            events.commit(position, batch);
            for (int left = batch; left > 0; ) {
                left -= Engine.taken(engine.poll(events, decisions));
                int ready = decisions.ready(decisions.cells());
                for (int i = 0; i < ready; i++) {
                    long to = (made++) * (long) Ring.CELL;
                    MemorySegment.copy(decisions.memory(), decisions.at(decisions.head() + i), decided, to, Ring.CELL);
                }
                decisions.release(ready);
            }
            taken += batch;
        }
        return Engine.handled(taken, made);
    }

    @Override
    public long poll(Ring told, SingleProducerRing decided) {
        return engine.poll(told, decided);
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public void close() {
        engine.close();
    }
}
