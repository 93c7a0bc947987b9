package dev.vesper.execution;

import dev.vesper.adapters.slicer.Slicers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time of one batch; divide by {@code orders} for the time of one order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class SlicerBenchmark {
    @Param({"1", "64", "1024"})
    public int orders;

    private final Slicer java = new JavaSlicer();
    private Slicer nativeOne;
    private SliceBatch batch;

    @Setup
    public void batch() {
        var choice = Slicers.load(Path.of(System.getProperty("vesper.native", "target/native")));
        if (!choice.nativeServes()) {
            throw new IllegalStateException(choice.reason());
        }
        nativeOne = choice.slicer();
        batch = new SliceBatch(
                5,
                13,
                new int[orders],
                new long[orders],
                new long[orders],
                new long[orders],
                new int[orders],
                new long[orders]);
        for (int i = 0; i < orders; i++) {
            batch.strategy()[i] = i % 2;
            batch.totalLots()[i] = 1_000L + 37L * i;
            batch.doneLots()[i] = 11L * i;
            batch.marketLots()[i] = 500_000L + i;
            batch.rateBps()[i] = 1_000;
            batch.minimumLots()[i] = 1L + i % 20;
        }
    }

    @Benchmark
    public long[] javaTwin() {
        return java.due(batch);
    }

    @Benchmark
    public long[] nativeRust() {
        return nativeOne.due(batch);
    }
}
