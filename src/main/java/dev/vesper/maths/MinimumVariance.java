package dev.vesper.maths;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The portfolio with the smallest variance: minimise {@code w' S w} where the weights sum to 1.
 *
 * <p>Long only, an active-set method: start from the asset with the least variance; solve exactly over the assets held;
 * drop those that would go short; take in the asset whose gradient promises most; end when none does, which is the
 * Karush-Kuhn-Tucker condition. Each step lowers the variance, so no set comes twice and the method ends. Sources: H. Markowitz, "Portfolio
 * Selection", Journal of Finance 7(1), 1952; the method is that of C. Lawson and R. Hanson, "Solving Least Squares
 * Problems", 1974, chapter 23, with a sum in place of a target.
 */
public final class MinimumVariance {
    /** Relative to the portfolio's variance: how much less a new asset must promise to be worth a step. */
    private static final double GAIN = 1e-10;

    private MinimumVariance() {}

    /**
     * Weights, each zero or more, summing to 1.
     *
     * @param covariance symmetric, positive semi-definite, diagonal greater than zero
     */
    public static double[] longOnly(double[][] covariance) {
        int n = covariance.length;
        double[] weights = new double[n];
        if (n == 0) {
            return weights;
        }
        boolean[] held = new boolean[n];
        int first = 0;
        for (int i = 1; i < n; i++) {
            if (covariance[i][i] < covariance[first][first]) {
                first = i;
            }
        }
        held[first] = true;
        weights[first] = 1;
        double before = Double.POSITIVE_INFINITY;
        double variance = variance(covariance, weights);
        int next = mostPromising(covariance, weights, held, variance);
        while (next >= 0 && variance < before) {
            held[next] = true;
            settle(covariance, weights, held);
            before = variance;
            variance = variance(covariance, weights);
            next = mostPromising(covariance, weights, held, variance);
        }
        return weights;
    }

    /** The closed form {@code S^-1 1 / (1' S^-1 1)}; weights may be negative. */
    public static double[] longShort(double[][] covariance) {
        return solve(covariance, all(covariance.length));
    }

    /** Variance {@code w' S w} of a portfolio, in the units of the matrix. */
    public static double variance(double[][] covariance, double[] weights) {
        int[] set = invested(weights);
        double variance = 0;
        for (int i : set) {
            variance += weights[i] * dot(covariance[i], weights, set);
        }
        return variance;
    }

    /** The asset not held with the steepest fall of variance, or -1 where none falls. */
    private static int mostPromising(double[][] covariance, double[] weights, boolean[] held, double variance) {
        int[] set = invested(weights);
        int best = -1;
        double steepest = variance * (1 - GAIN);
        for (int i = 0; i < weights.length; i++) {
            double gradient = held[i] ? Double.POSITIVE_INFINITY : dot(covariance[i], weights, set);
            if (gradient < steepest) {
                steepest = gradient;
                best = i;
            }
        }
        return best;
    }

    /** Moves to the best weights over the assets held; one that reaches zero on the way leaves. */
    private static void settle(double[][] covariance, double[] weights, boolean[] held) {
        while (true) {
            int[] set = indices(held);
            double[] aim = solve(covariance, set);
            double step = 1;
            int leaves = -1;
            for (int k = 0; k < set.length; k++) {
                double now = weights[set[k]];
                if (aim[k] <= 0 && now / (now - aim[k]) < step) {
                    step = now / (now - aim[k]);
                    leaves = set[k];
                }
            }
            for (int k = 0; k < set.length; k++) {
                weights[set[k]] += step * (aim[k] - weights[set[k]]);
            }
            if (leaves < 0) {
                return;
            }
            weights[leaves] = 0;
            held[leaves] = false;
        }
    }

    /** Closed form over a set; where assets repeat each other, a hair on the diagonal shares the weight among them. */
    private static double[] solve(double[][] covariance, int[] set) {
        int n = set.length;
        double[][] part = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                part[i][j] = covariance[set[i]][set[j]];
            }
            largest = Math.max(largest, part[i][i]);
        }
        double hair = 0;
        var factor = Cholesky.of(part, 1e-13 * largest);
        while (factor.isEmpty()) {
            double more = Math.max(1e-10 * largest, hair * 9);
            for (int i = 0; i < n; i++) {
                part[i][i] += more;
            }
            hair += more;
            factor = Cholesky.of(part, 1e-13 * largest);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] x = factor.get().solve(ones);
        double sum = Arrays.stream(x).sum();
        for (int i = 0; i < n; i++) {
            x[i] /= sum;
        }
        return x;
    }

    private static int[] all(int n) {
        boolean[] held = new boolean[n];
        Arrays.fill(held, true);
        return indices(held);
    }

    private static int[] indices(boolean[] held) {
        int[] set = new int[held.length];
        int count = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                set[count++] = i;
            }
        }
        return Arrays.copyOf(set, count);
    }

    private static int[] invested(double[] weights) {
        return IntStream.range(0, weights.length).filter(i -> weights[i] != 0).toArray();
    }

    /** Over the assets with a weight only: the others add nothing, and a long-only portfolio holds few. */
    private static double dot(double[] row, double[] weights, int[] set) {
        double sum = 0;
        for (int i : set) {
            sum += row[i] * weights[i];
        }
        return sum;
    }
}
