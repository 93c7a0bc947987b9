package dev.vesper.execution.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** An engine with the memory of its events and decisions, told what happens when it happens. */
public final class ToldEngine {
    private final Engine engine;
    private final MemorySegment events;
    private final MemorySegment decisions;
    private final EventWriter writer;
    private Consumer<Decision> decides = decision -> {};
    private long count;

    /** @param points of the longest curve, which is told at once */
    public ToldEngine(Engine engine, EngineCapacity capacity, int points, Arena arena) {
        this.engine = engine;
        this.events = arena.allocate((points + 4L) * EngineFormat.RECORD, Long.BYTES);
        this.decisions = arena.allocate((long) capacity.mostDecisionsOfAnEvent() * EngineFormat.RECORD, Long.BYTES);
        this.writer = new EventWriter(events);
    }

    public void decides(Consumer<Decision> decided) {
        decides = decided;
    }

    /** Events that it was told. */
    public long events() {
        return count;
    }

    public void tell(Consumer<EventWriter> write) {
        writer.clear();
        write.accept(writer);
        int left = writer.count();
        count += left;
        long from = 0;
        while (left > 0) {
            long handled = engine.handle(events.asSlice(from * EngineFormat.RECORD), left, decisions);
            for (int i = 0; i < Engine.made(handled); i++) {
                decides.accept(Decision.at(decisions, i));
            }
            from += Engine.taken(handled);
            left -= Engine.taken(handled);
        }
    }
}
