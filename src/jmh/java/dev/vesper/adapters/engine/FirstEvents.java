package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.JavaEngine;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first events of a process take, told by it: nanoseconds of the thread for opening, and for the events. */
public final class FirstEvents {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FirstEvents() {}

    /** @param args native or java; the folder of the library; a file of events; slices */
    public static void main(String[] args) throws IOException {
        EngineCapacity capacity = new EngineCapacity(1, 1, 4, Integer.parseInt(args[3]), 1_000_000_000, 1);
        byte[] bytes = Files.readAllBytes(Path.of(args[2]));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment events = arena.allocate(bytes.length, 64);
            MemorySegment.copy(MemorySegment.ofArray(bytes), 0, events, 0, bytes.length);
            int count = bytes.length / EngineFormat.RECORD;
            MemorySegment decisions = TickStream.room(arena, capacity);
            long before = THREADS.getCurrentThreadCpuTime();
            try (Engine engine = open(args[0], Path.of(args[1]), capacity)) {
                long opened = THREADS.getCurrentThreadCpuTime();
                long made = 0;
                for (int from = 0; from < count; ) {
                    long handled = engine.handle(
                            events.asSlice((long) from * EngineFormat.RECORD),
                            Math.min(TickStream.BATCH, count - from),
                            decisions);
                    from += Engine.taken(handled);
                    made += Engine.made(handled);
                }
                long told = THREADS.getCurrentThreadCpuTime();
                System.out.println(engine.name() + " " + (opened - before) + " " + (told - opened) + " " + made);
            }
        }
    }

    private static Engine open(String name, Path folder, EngineCapacity capacity) {
        if (name.equals("java")) {
            return new JavaEngine(capacity);
        }
        Engines.Choice choice = Engines.load(folder);
        if (!choice.nativeServes()) {
            throw new IllegalStateException(choice.reason());
        }
        return choice.open().open(capacity);
    }
}
