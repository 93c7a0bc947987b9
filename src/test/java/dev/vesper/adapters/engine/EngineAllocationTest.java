package dev.vesper.adapters.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.vesper.execution.engine.Curve;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.EventWriter;
import dev.vesper.execution.engine.Terms;
import dev.vesper.orders.Side;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Java side of a native batch makes no garbage once it is warm; the Rust side counts for itself, in its own tests. */
class EngineAllocationTest {
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));
    private static final EngineCapacity CAPACITY = new EngineCapacity(1, 2, 4, 1, 1_000_000);
    private static final int BATCH = 64;
    /** A child that was never sent: what is told of it is refused, which is a decision. */
    private static final long UNKNOWN = 99;

    private static final long LOTS = 1_000_000_000_000L;
    private static final int WARM = 40_000;
    private static final int COUNTED = 10_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aBatchAllocatesNothing() {
        Path library = Engines.file(NATIVE);
        assumeTrue(Files.exists(library), "skipped: the native engine was not built (no Rust): " + library);
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "skipped: this JVM does not count");
        try (Engine engine = Engines.load(NATIVE).open().open(CAPACITY);
                Arena arena = Arena.ofConfined()) {
            assertEquals("native", engine.name());
            MemorySegment events = arena.allocate((long) BATCH * EngineFormat.RECORD);
            MemorySegment decisions =
                    arena.allocate((long) (BATCH + CAPACITY.mostDecisionsOfAnEvent()) * EngineFormat.RECORD);
            EventWriter writer = new EventWriter(events);
            writer.parent(
                    0,
                    0,
                    0,
                    Side.BUY,
                    Terms.of(LOTS).cap(10).children(1, 1),
                    Curve.atOnce(0, EngineFormat.MOST_TIME, LOTS),
                    1);
            assertEquals(0, told(engine, events, writer.count(), decisions));
            writer.clear();
            for (int i = 0; i < BATCH / 2; i++) {
                writer.trade(0, 0, 100_000, 100 + i);
                writer.fill(0, UNKNOWN, 1, 100_000);
            }
            told(engine, events, BATCH, decisions, WARM);
            // the JVM itself may allocate on a thread now and then, such as when it compiles
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                long made = told(engine, events, BATCH, decisions, COUNTED);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
                assertTrue(made >= (long) COUNTED * BATCH / 2);
            }
            assertEquals(0, least, least + " bytes of " + COUNTED + " batches");
        }
    }

    private static long told(Engine engine, MemorySegment events, int count, MemorySegment decisions, int times) {
        long made = 0;
        for (int i = 0; i < times; i++) {
            made += told(engine, events, count, decisions);
        }
        return made;
    }

    private static int told(Engine engine, MemorySegment events, int count, MemorySegment decisions) {
        long handled = engine.handle(events, count, decisions);
        assertEquals(count, Engine.taken(handled));
        return Engine.made(handled);
    }
}
