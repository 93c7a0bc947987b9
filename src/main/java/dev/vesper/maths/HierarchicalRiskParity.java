package dev.vesper.maths;

import java.util.Arrays;

/**
 * Hierarchical risk parity: assets that move alike share one part of the risk, without inverting a matrix.
 *
 * <p>Source: M. Lopez de Prado, "Building Diversified Portfolios that Outperform Out of Sample", Journal of Portfolio
 * Management 42(4), 2016. The steps: distance {@code sqrt((1 - rho) / 2)}; single-linkage tree; its leaves in order;
 * then the ordered list is halved again and again, and each half receives weight in inverse proportion to the variance
 * of its inverse-variance portfolio. As in the widely used PyPortfolioOpt, the distance itself is clustered, not the
 * paper's distance of distances.
 */
public final class HierarchicalRiskParity {
    private HierarchicalRiskParity() {}

    /**
     * Weights, each zero or more, summing to 1.
     *
     * @param covariance symmetric, positive semi-definite, diagonal greater than zero
     * @param correlation symmetric, -1 to 1, without NaN
     */
    public static double[] weights(double[][] covariance, double[][] correlation) {
        int[] order = SingleLinkage.leafOrder(distances(correlation));
        double[] weights = new double[order.length];
        if (order.length > 0) {
            Arrays.fill(weights, 1);
            halve(reordered(covariance, order), order, 0, order.length, weights);
        }
        return weights;
    }

    private static double[][] distances(double[][] correlation) {
        int n = correlation.length;
        double[][] distance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                distance[i][j] = Math.sqrt(Math.clamp((1 - correlation[i][j]) / 2, 0, 1));
            }
        }
        return distance;
    }

    /** In leaf order every cluster is one block along the diagonal. */
    private static double[][] reordered(double[][] covariance, int[] order) {
        int n = order.length;
        double[][] blocks = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = covariance[order[i]];
            for (int j = 0; j < n; j++) {
                blocks[i][j] = row[order[j]];
            }
        }
        return blocks;
    }

    private static void halve(double[][] blocks, int[] order, int from, int to, double[] weights) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double first = variance(blocks, from, middle);
        double second = variance(blocks, middle, to);
        double share = 1 - first / (first + second);
        for (int i = from; i < to; i++) {
            weights[order[i]] *= i < middle ? share : 1 - share;
        }
        halve(blocks, order, from, middle, weights);
        halve(blocks, order, middle, to, weights);
    }

    /** Variance of the block's inverse-variance portfolio. */
    private static double variance(double[][] blocks, int from, int to) {
        double[] inverse = new double[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            inverse[i - from] = 1 / blocks[i][i];
            sum += inverse[i - from];
        }
        double variance = 0;
        for (int i = from; i < to; i++) {
            double[] row = blocks[i];
            double inner = 0;
            for (int j = from; j < to; j++) {
                inner += row[j] * inverse[j - from];
            }
            variance += inner * inverse[i - from];
        }
        return variance / (sum * sum);
    }
}
