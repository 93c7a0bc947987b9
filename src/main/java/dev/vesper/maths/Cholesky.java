package dev.vesper.maths;

import java.util.Optional;

/** The lower triangle L with {@code L L' = A}, and what it solves. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factorises a symmetric matrix, of which only the lower triangle is read.
     *
     * @return empty where a pivot is not greater than {@code floor}: the matrix is not positive definite
     */
    static Optional<Cholesky> of(double[][] a, double floor) {
        int n = a.length;
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[i + 1];
            l[i] = row;
            for (int j = 0; j < i; j++) {
                row[j] = (a[i][j] - dot(row, l[j], j)) / l[j][j];
            }
            double pivot = a[i][i] - dot(row, row, i);
            if (!(pivot > floor)) {
                return Optional.empty();
            }
            row[i] = Math.sqrt(pivot);
        }
        return Optional.of(new Cholesky(l));
    }

    /** The x with {@code A x = b}. */
    double[] solve(double[] b) {
        int n = lower.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= lower[i][j] * x[i];
            }
        }
        return x;
    }

    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        int k = 0;
        for (; k + 1 < length; k += 2) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
        }
        return k < length ? s0 + a[k] * b[k] + s1 : s0 + s1;
    }
}
