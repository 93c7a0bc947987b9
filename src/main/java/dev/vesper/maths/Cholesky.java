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
        for (int block = 0; block < n; block += 4) {
            int end = Math.min(n, block + 4);
            for (int i = block; i < end; i++) {
                l[i] = new double[i + 1];
            }
            int done = 0;
            if (end - block == 4) {
                fourRows(a, l, block);
                done = block;
            }
            for (int i = block; i < end; i++) {
                double[] row = l[i];
                for (int j = done; j < i; j++) {
                    row[j] = (a[i][j] - dot(row, l[j], j)) / l[j][j];
                }
                double pivot = a[i][i] - dot(row, row, i);
                if (!(pivot > floor)) {
                    return Optional.empty();
                }
                row[i] = Math.sqrt(pivot);
            }
        }
        return Optional.of(new Cholesky(l));
    }

    /**
     * Columns 0 to {@code block - 1} of four rows side by side, so that the processor need not wait for one addition to
     * begin the next. Each row's sums are those of {@link #dot}, bit for bit.
     */
    private static void fourRows(double[][] a, double[][] l, int block) {
        double[] w = l[block];
        double[] x = l[block + 1];
        double[] y = l[block + 2];
        double[] z = l[block + 3];
        for (int j = 0; j < block; j++) {
            double[] b = l[j];
            double w0 = 0;
            double w1 = 0;
            double x0 = 0;
            double x1 = 0;
            double y0 = 0;
            double y1 = 0;
            double z0 = 0;
            double z1 = 0;
            int k = 0;
            for (; k + 1 < j; k += 2) {
                w0 += w[k] * b[k];
                w1 += w[k + 1] * b[k + 1];
                x0 += x[k] * b[k];
                x1 += x[k + 1] * b[k + 1];
                y0 += y[k] * b[k];
                y1 += y[k + 1] * b[k + 1];
                z0 += z[k] * b[k];
                z1 += z[k + 1] * b[k + 1];
            }
            if (k < j) {
                w0 += w[k] * b[k];
                x0 += x[k] * b[k];
                y0 += y[k] * b[k];
                z0 += z[k] * b[k];
            }
            w[j] = (a[block][j] - (w0 + w1)) / b[j];
            x[j] = (a[block + 1][j] - (x0 + x1)) / b[j];
            y[j] = (a[block + 2][j] - (y0 + y1)) / b[j];
            z[j] = (a[block + 3][j] - (z0 + z1)) / b[j];
        }
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
