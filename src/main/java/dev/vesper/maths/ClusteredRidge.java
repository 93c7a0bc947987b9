package dev.vesper.maths;

/**
 * A linear model whose points come in groups that are not independent within, such as orders of one half hour: ridge regression
 * (Hoerl and Kennard, Technometrics 12, 1970), the covariance of its coefficients by groups (Liang and Zeger, Biometrika 73,
 * 1986), with the usual correction of few groups, G/(G-1) (n-1)/(n-k). With a penalty of 0 it is least squares.
 */
public final class ClusteredRidge {
    private final double[] coefficients;
    private final double[][] covariance;

    private ClusteredRidge(double[] coefficients, double[][] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    /**
     * Fits it.
     *
     * @param x a row for each point, its first number 1
     * @param y what was seen there
     * @param group of each point, from 0 without gaps
     * @param penalty on the square of every coefficient but the first, 0 or more
     * @throws IllegalArgumentException where fewer than two groups are there, no more points than coefficients, or their columns
     *     depend on each other and nothing is penalised
     */
    public static ClusteredRidge fit(double[][] x, double[] y, int[] group, double penalty) {
        int groups = 0;
        for (int one : group) {
            groups = Math.max(groups, one + 1);
        }
        int n = x.length;
        int k = n == 0 ? 0 : x[0].length;
        if (groups < 2 || n <= k) {
            throw new IllegalArgumentException(
                    "Expected two groups or more, and more points than coefficients, but got " + groups + " groups and "
                            + n + " points for " + k + " coefficients");
        }
        double[][] a = new double[k][k];
        double[] b = new double[k];
        for (int p = 0; p < n; p++) {
            for (int i = 0; i < k; i++) {
                b[i] += x[p][i] * y[p];
                for (int j = 0; j < k; j++) {
                    a[i][j] += x[p][i] * x[p][j];
                }
            }
        }
        for (int i = 1; i < k; i++) {
            a[i][i] += penalty;
        }
        Cholesky inverse = Cholesky.of(a, 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected columns that do not depend on each other, or a penalty"));
        double[] coefficients = inverse.solve(b);
        double correction = groups / (groups - 1.0) * (n - 1) / (n - k);
        return new ClusteredRidge(
                coefficients, sandwich(inverse, scores(x, y, group, coefficients, groups), k, correction));
    }

    /** Of each group, the sum of its rows times what the model misses there. */
    private static double[][] scores(double[][] x, double[] y, int[] group, double[] coefficients, int groups) {
        double[][] scores = new double[groups][coefficients.length];
        for (int p = 0; p < x.length; p++) {
            double missed = y[p] - dot(x[p], coefficients);
            for (int i = 0; i < coefficients.length; i++) {
                scores[group[p]][i] += x[p][i] * missed;
            }
        }
        return scores;
    }

    private static double[][] sandwich(Cholesky inverse, double[][] scores, int k, double correction) {
        double[][] covariance = new double[k][k];
        for (double[] score : scores) {
            double[] half = inverse.solve(score);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    covariance[i][j] += correction * half[i] * half[j];
                }
            }
        }
        return covariance;
    }

    /** The first one is the constant. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Of the coefficients. */
    public double[][] covariance() {
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return copy;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
