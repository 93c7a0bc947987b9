package dev.vesper.portfolio;

import dev.vesper.maths.Definiteness;
import dev.vesper.maths.HierarchicalRiskParity;
import dev.vesper.maths.MinimumVariance;
import dev.vesper.maths.PairwiseMoments;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From daily returns to covariances, and from returns all the way to weights, as a strategy does it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PortfolioBenchmark {
    @Param("500")
    int assets;

    /** {@code complete}, or {@code gaps}: every third asset is listed late. */
    @Param({"complete", "gaps"})
    String history;

    private double[][] returns;

    @Setup
    public void make() {
        returns = SeededReturns.of(assets, "gaps".equals(history));
    }

    @Benchmark
    public double[][] covariance() {
        return covariance(returns);
    }

    @Benchmark
    public double[] hierarchicalRiskParity() {
        return hierarchicalRiskParity(returns);
    }

    @Benchmark
    public double[] minimumVariance() {
        return minimumVariance(returns);
    }

    static double[][] covariance(double[][] returns) {
        return PairwiseMoments.of(returns).covariance();
    }

    static double[] hierarchicalRiskParity(double[][] returns) {
        PairwiseMoments moments = PairwiseMoments.of(returns);
        double[][] covariance = Definiteness.mended(moments.covariance()).covariance();
        return HierarchicalRiskParity.weights(covariance, moments.correlation());
    }

    static double[] minimumVariance(double[][] returns) {
        return MinimumVariance.longOnly(Definiteness.mended(covariance(returns)).covariance());
    }
}
