package dev.vesper.maths;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From covariances to weights, and the covariances themselves; 5 years of daily returns with one common factor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HrpBenchmark {
    private static final int ROWS = 1260;

    @Param({"40", "500"})
    int assets;

    private double[][] returns;
    private PairwiseMoments moments;

    @Setup
    public void returns() {
        Random random = new Random(42);
        double[] market = random.doubles(ROWS, -0.02, 0.02).toArray();
        returns = new double[assets][ROWS];
        for (double[] series : returns) {
            double beta = 0.5 + random.nextDouble();
            for (int t = 0; t < ROWS; t++) {
                series[t] = beta * market[t] + 0.01 * random.nextGaussian();
            }
        }
        moments = PairwiseMoments.of(returns);
    }

    @Benchmark
    public PairwiseMoments covariances() {
        return PairwiseMoments.of(returns);
    }

    @Benchmark
    public boolean definitenessCheck() {
        return Definiteness.semidefinite(moments.covariance());
    }

    @Benchmark
    public double[] hierarchicalRiskParity() {
        return HierarchicalRiskParity.weights(moments.covariance(), moments.correlation());
    }

    @Benchmark
    public double[] minimumVariance() {
        return MinimumVariance.longOnly(moments.covariance());
    }
}
