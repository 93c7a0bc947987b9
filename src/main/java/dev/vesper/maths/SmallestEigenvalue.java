package dev.vesper.maths;

import java.util.Arrays;

/**
 * The smallest eigenvalue of a symmetric matrix, nearly: a place to begin a search, not a
 * result.
 *
 * <p>Lanczos iteration from a fixed vector, so the same matrix gives the same bits. Source: G. Golub, C. Van Loan,
 * "Matrix Computations", 4th edition, sections 10.1 and 8.4.1 (the count of eigenvalues below a number).
 */
final class SmallestEigenvalue {
    private static final int MOST_STEPS = 150;
    private static final int STEPS_BETWEEN_LOOKS = 5;
    private static final double ENOUGH = 1e-9;
    private static final int HALVINGS = 45;
    private static final double GOLDEN = 0.6180339887498949;

    private SmallestEigenvalue() {}

    /** The eigenvalue, or NaN for a matrix with NaN. */
    static double near(double[][] matrix) {
        int n = matrix.length;
        int most = Math.min(n, MOST_STEPS);
        double[] diagonal = new double[most];
        double[] beside = new double[most];
        double[] before = new double[n];
        double[] v = start(n);
        double smallest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < most; step++) {
            double[] next = times(matrix, v);
            diagonal[step] = dot(next, v);
            double back = step == 0 ? 0 : beside[step - 1];
            for (int i = 0; i < n; i++) {
                next[i] -= diagonal[step] * v[i] + back * before[i];
            }
            double length = Math.sqrt(dot(next, next));
            beside[step] = length;
            boolean last = step == most - 1 || !(length > Double.MIN_NORMAL);
            if (last || step % STEPS_BETWEEN_LOOKS == 0) {
                double now = ofTridiagonal(diagonal, beside, step + 1);
                if (last || Math.abs(smallest - now) <= ENOUGH * Math.abs(now)) {
                    return now;
                }
                smallest = now;
            }
            before = v;
            v = scaled(next, 1 / length);
        }
        return smallest;
    }

    /** Numbers in no pattern, of length 1: no eigenvector is likely to be orthogonal to them. */
    private static double[] start(int n) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = (i + 1) * GOLDEN % 1 - 0.3;
        }
        return scaled(v, 1 / Math.sqrt(dot(v, v)));
    }

    /** Row by row, as the matrix is symmetric, so that no addition waits for another. */
    private static double[] times(double[][] matrix, double[] v) {
        double[] result = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            double[] row = matrix[j];
            double factor = v[j];
            for (int i = 0; i < row.length; i++) {
                result[i] += factor * row[i];
            }
        }
        return result;
    }

    /** Halves the interval that must hold it. */
    private static double ofTridiagonal(double[] diagonal, double[] beside, int size) {
        double reach = 0;
        for (int i = 0; i < size; i++) {
            double left = i == 0 ? 0 : beside[i - 1];
            double right = i == size - 1 ? 0 : beside[i];
            reach = Math.max(reach, Math.abs(diagonal[i]) + left + right);
        }
        double low = -reach;
        double high = reach;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (anyBelow(middle, diagonal, beside, size)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static boolean anyBelow(double number, double[] diagonal, double[] beside, int size) {
        double pivot = 1;
        for (int i = 0; i < size; i++) {
            double left = i == 0 ? 0 : beside[i - 1];
            pivot = diagonal[i] - number - left * left / pivot;
            if (pivot < 0) {
                return true;
            }
        }
        return false;
    }

    private static double[] scaled(double[] v, double by) {
        double[] result = Arrays.copyOf(v, v.length);
        for (int i = 0; i < result.length; i++) {
            result[i] *= by;
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
