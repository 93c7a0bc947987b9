package dev.vesper.adapters.engine;

import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.EngineOpener;
import dev.vesper.execution.engine.JavaEngine;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the engines take, in nanoseconds of the thread's CPU, in batches of 64, both in one run: {@code ./vesper bench engine}.
 * With {@code --differential} it compares them instead.
 */
public final class EngineTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));
    private static final int TICKS = 200_000;
    private static final int WARM = 6;
    private static final int PASSES = 15;
    private static final int FIRST = 1_000;
    private static final int STARTS = 7;

    private EngineTimes() {}

    /** @param args nothing, or {@code --differential [EVENTS] [SEED]} */
    public static void main(String[] args) throws IOException, InterruptedException {
        Engines.Choice choice = Engines.load(NATIVE);
        if (!choice.nativeServes()) {
            throw new IllegalStateException(choice.reason());
        }
        if (args.length > 0 && args[0].equals("--differential")) {
            EngineDifferential.run(
                    choice,
                    args.length > 1 ? Long.parseLong(args[1]) : 10_000_000,
                    args.length > 2 ? Long.parseLong(args[2]) : 42);
            return;
        }
        System.out.printf(
                "%d processors; %s; thread CPU, batches of %d, median of %d passes (least)%n",
                Runtime.getRuntime().availableProcessors(), choice.reason(), TickStream.BATCH, PASSES);
        System.out.println();
        System.out.println("| a day of one instrument | native, ns a tick | Java, ns a tick | Java to native |");
        System.out.println("|---|---|---|---|");
        for (boolean gated : new boolean[] {false, true}) {
            String gate = gated ? ", gate" : "";
            ticks(choice, "1 parent, nothing due" + gate, new TickStream.Kind(1, 1, gated, TICKS));
            ticks(choice, "1,000 parents, nothing due" + gate, new TickStream.Kind(1_000, 1, gated, TICKS));
            ticks(choice, "1 parent, 390 slices" + gate, new TickStream.Kind(1, 390, gated, TICKS));
            ticks(choice, "1,000 parents, 13 slices each" + gate, new TickStream.Kind(1_000, 13, gated, TICKS));
        }
        System.out.println();
        children(choice);
        System.out.println();
        tickToChild(choice);
        first();
        DayTimes.run(choice);
    }

    private static void ticks(Engines.Choice choice, String what, TickStream.Kind kind) {
        try (Arena arena = Arena.ofConfined()) {
            TickStream stream = TickStream.of(arena, kind);
            Times[] times = times(arena, stream, choice);
            System.out.printf(
                    "| %s (%,d children) | %s | %s | %.1f |%n",
                    what,
                    stream.children(),
                    times[0].each(stream.ticks()),
                    times[1].each(stream.ticks()),
                    times[1].median() / times[0].median());
        }
    }

    /** What a child takes where many are due at once, and how much of that is the gate. */
    private static void children(Engines.Choice choice) {
        double[][] each = new double[2][2];
        for (int gated = 0; gated < 2; gated++) {
            try (Arena arena = Arena.ofConfined()) {
                TickStream stream = TickStream.ofChildren(arena, 64, 4_000, gated == 1);
                Times[] times = times(arena, stream, choice);
                for (int i = 0; i < 2; i++) {
                    each[i][gated] = times[i].median() / stream.children();
                }
            }
        }
        System.out.println("| a child, sent and filled | without a gate | with | the gate |");
        System.out.println("|---|---|---|---|");
        for (int i = 0; i < 2; i++) {
            System.out.printf(
                    "| %s | %.1f ns | %.1f ns | %.1f ns |%n",
                    i == 0 ? "native" : "Java", each[i][0], each[i][1], each[i][1] - each[i][0]);
        }
    }

    /** By the wall clock, one event a call: from the call with a time at which a child is due to its decision. */
    private static void tickToChild(Engines.Choice choice) {
        int slices = 4_000;
        long[] nanos = new long[PASSES * slices];
        int seen = 0;
        try (Arena arena = Arena.ofConfined()) {
            TickStream stream = TickStream.ofChildren(arena, 1, slices, true);
            MemorySegment decisions = TickStream.room(arena, stream.capacity());
            for (int pass = -WARM; pass < PASSES; pass++) {
                try (Engine engine = choice.open().open(stream.capacity())) {
                    stream.open(engine, decisions);
                    for (int i = 0; i < stream.batches().length; i++) {
                        for (int k = 0; k < stream.counts()[i]; k++) {
                            MemorySegment event =
                                    stream.batches()[i].asSlice((long) k * EngineFormat.RECORD, EngineFormat.RECORD);
                            long before = System.nanoTime();
                            long handled = engine.handle(event, 1, decisions);
                            long took = System.nanoTime() - before;
                            if (pass >= 0 && Engine.made(handled) > 0 && seen < nanos.length) {
                                nanos[seen++] = took;
                            }
                        }
                    }
                }
            }
        }
        long[] sorted = Arrays.copyOf(nanos, seen);
        Arrays.sort(sorted);
        System.out.printf(
                "Tick to child, one event a call, by the wall clock: p50 %d ns, p99 %d ns, p99.9 %d ns, most %,d ns of"
                        + " %,d children%n",
                sorted[seen / 2], sorted[seen - seen / 100], sorted[seen - seen / 1_000], sorted[seen - 1], seen);
    }

    /** The native one's times and the Java one's, pass after pass in turn. */
    static Times[] times(Arena arena, TickStream stream, Engines.Choice choice) {
        List<EngineOpener> both = List.of(choice.open(), JavaEngine::new);
        MemorySegment decisions = TickStream.room(arena, stream.capacity());
        double[][] nanos = new double[2][PASSES];
        long[] made = new long[2];
        for (int pass = -WARM; pass < PASSES; pass++) {
            for (int i = 0; i < 2; i++) {
                try (Engine engine = both.get(i).open(stream.capacity())) {
                    stream.open(engine, decisions);
                    long before = THREADS.getCurrentThreadCpuTime();
                    made[i] = TickStream.tell(engine, stream, decisions);
                    long took = THREADS.getCurrentThreadCpuTime() - before;
                    if (pass >= 0) {
                        nanos[i][pass] = took;
                    }
                }
            }
            if (made[0] != made[1]) {
                throw new IllegalStateException("Expected as many decisions, but got " + Arrays.toString(made));
            }
        }
        return new Times[] {new Times(nanos[0]), new Times(nanos[1])};
    }

    /** Nanoseconds of each pass. */
    record Times(double median, double least) {
        Times(double[] nanos) {
            double[] sorted = nanos.clone();
            Arrays.sort(sorted);
            this(sorted[sorted.length / 2], sorted[0]);
        }

        String each(int count) {
            return String.format("%.1f (%.1f)", median / count, least / count);
        }
    }

    /** The first thousand events of a process, a fresh one for each. */
    private static void first() throws IOException, InterruptedException {
        int slices = 390;
        Path events = Files.createTempFile("events", ".bin");
        try (Arena arena = Arena.ofConfined()) {
            TickStream stream = TickStream.of(arena, new TickStream.Kind(1, slices, true, TICKS / 100));
            int opening = (int) stream.opening().byteSize();
            byte[] bytes = Arrays.copyOf(
                    stream.opening().toArray(ValueLayout.JAVA_BYTE), opening + FIRST * EngineFormat.RECORD);
            for (int i = 0; i < FIRST; i++) {
                MemorySegment.copy(
                        stream.batches()[i / TickStream.BATCH],
                        (long) i % TickStream.BATCH * EngineFormat.RECORD,
                        MemorySegment.ofArray(bytes),
                        opening + (long) i * EngineFormat.RECORD,
                        EngineFormat.RECORD);
            }
            Files.write(events, bytes);
            double[] median = new double[2];
            double[] opened = new double[2];
            String[] names = {"native", "java"};
            for (int i = 0; i < 2; i++) {
                double[] told = new double[STARTS];
                double[] open = new double[STARTS];
                for (int start = 0; start < STARTS; start++) {
                    String[] said = started(names[i], events, slices).split(" ");
                    open[start] = Double.parseDouble(said[1]);
                    told[start] = Double.parseDouble(said[2]);
                }
                median[i] = new Times(told).median();
                opened[i] = new Times(open).median();
            }
            System.out.printf(
                    "The first %d events of a process, parents and limits included, batches of %d, median of %d starts:"
                            + " native %.2f ms (opened in %.1f ms), Java %.2f ms (opened in %.1f ms): %.1f times%n",
                    bytes.length / EngineFormat.RECORD,
                    TickStream.BATCH,
                    STARTS,
                    median[0] / 1e6,
                    opened[0] / 1e6,
                    median[1] / 1e6,
                    opened[1] / 1e6,
                    median[1] / median[0]);
        } finally {
            Files.delete(events);
        }
    }

    private static String started(String engine, Path events, int slices) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FirstEvents.class.getName(),
                engine,
                NATIVE.toString(),
                events.toString(),
                Integer.toString(slices)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Expected " + command + " to end well, but it said " + said);
        }
        return said;
    }
}
