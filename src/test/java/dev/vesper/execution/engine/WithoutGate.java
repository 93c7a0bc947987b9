package dev.vesper.execution.engine;

import dev.vesper.execution.ring.Ring;
import dev.vesper.execution.ring.SingleProducerRing;
import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.Set;

/** An engine that is told no table of limits, whatever it is told. */
public final class WithoutGate implements Engine {
    private static final Set<EventKind> TABLES = EnumSet.of(
            EventKind.LIMITS_BEGIN,
            EventKind.INSTRUMENT_LIMITS,
            EventKind.ACCOUNT_LIMITS,
            EventKind.POSITION_LIMITS,
            EventKind.LIMITS);

    private final Engine engine;

    public WithoutGate(Engine engine) {
        this.engine = engine;
    }

    @Override
    public long handle(MemorySegment events, int count, MemorySegment decisions) {
        int made = 0;
        for (int i = 0; i < count; i++) {
            MemorySegment event = events.asSlice((long) i * EngineFormat.RECORD, EngineFormat.RECORD);
            if (!TABLES.contains(EventKind.of(new TwinEvent(event, 0).kind()))) {
                made = Engine.made(engine.handle(event, 1, decisions));
                if (made > 0) {
                    return Engine.handled(i + 1, made);
                }
            }
        }
        return Engine.handled(count, made);
    }

    @Override
    public long poll(Ring events, SingleProducerRing decisions) {
        throw new AssertionError("the day tells its engines batches; nobody polls this one");
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
