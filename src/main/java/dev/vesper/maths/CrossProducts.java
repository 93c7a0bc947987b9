package dev.vesper.maths;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sums of products of every pair of series, each over the rows where both are there: the heart of a covariance matrix.
 *
 * <p>It is a matrix product, series by rows times rows by series, worked in blocks that stay in the processor's caches.
 * A series that starts late takes part like any other: it joins the blocks at its first row.
 *
 * <p>The order of adding is fixed, so the same series give the same bits on every machine: counted from the row where
 * the later of a pair starts, rows 0, 4, 8, ... make one sum, rows 1, 5, 9, ... the next, and so for four; what is left
 * after the last whole four goes to the first; in the end {@code (s0 + s1) + (s2 + s3)}. The innermost loop runs over
 * series, never over rows, so the compiler may use vectors of any width without adding in another order. Java does not
 * fuse a multiplication with an addition unless {@link Math#fma} is called. One thread does it all.
 */
final class CrossProducts {
    /** Series side by side in one block: a few rows of it fit the first cache. */
    private static final int PANEL = 128;

    /** Series whose four sums are open at a time: they and a few rows of a panel fit the second cache. */
    private static final int OPEN = 16;

    /** Rows taken in one go: eight for each of the four sums. */
    private static final int BLOCK = 32;

    private final double[][] series;
    private final int[] first;
    private final int[] byStart;
    private final int rows;

    private CrossProducts(double[][] series, int[] first) {
        this.series = series;
        this.first = first;
        this.rows = series[0].length;
        byStart = IntStream.range(0, series.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> first[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /**
     * Sums of products below the diagonal.
     *
     * @param series {@code series[asset][row]}, all of one length
     * @param first the row where each series starts
     * @return {@code cross[i][j]} where i is greater than j; zero elsewhere
     */
    static double[][] of(double[][] series, int[] first) {
        double[][] cross = new double[series.length][series.length];
        if (series.length > 0) {
            new CrossProducts(series, first).fill(cross);
        }
        return cross;
    }

    private void fill(double[][] cross) {
        int n = series.length;
        double[][] panel = new double[rows][Math.min(PANEL, n)];
        double[][] sums = new double[4 * OPEN][Math.min(PANEL, n)];
        for (int left = 0; left < n; left += PANEL) {
            int width = Math.min(PANEL, n - left);
            for (int k = 0; k < width; k++) {
                double[] column = series[byStart[left + k]];
                for (int t = 0; t < rows; t++) {
                    panel[t][k] = column[t];
                }
            }
            for (int from = left + 1; from < n; from += OPEN) {
                int to = Math.min(n, from + OPEN);
                multiply(panel, left, width, from, to, sums);
                for (int q = from; q < to; q++) {
                    store(sums, 4 * (q - from), left, Math.min(width, q - left), q, cross);
                }
            }
        }
    }

    /** A panel times the series {@code from} to {@code to}, none of which starts earlier than one of the panel. */
    private void multiply(double[][] panel, int left, int width, int from, int to, double[][] sums) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int q = from; q < to; q++) {
            addRows(panel, Math.min(width, q - left), q, first[byStart[q]], head(q), sums, 4 * (q - from));
        }
        for (int t = 0; t + BLOCK <= rows; t += BLOCK) {
            for (int q = from; q < to; q++) {
                if (t >= head(q) && t < tail(q)) {
                    int start = first[byStart[q]];
                    double[] factors = series[byStart[q]];
                    for (int k = t; k < t + 4; k++) {
                        double[] sum = sums[4 * (q - from) + (k - start) % 4];
                        addEight(sum, Math.min(width, q - left), panel, factors, k);
                    }
                }
            }
        }
        for (int q = from; q < to; q++) {
            addRows(panel, Math.min(width, q - left), q, tail(q), rows, sums, 4 * (q - from));
        }
    }

    /** The first row that whole blocks of a series begin with; the rows before it are added one by one. */
    private int head(int q) {
        return Math.min(rows, (first[byStart[q]] + BLOCK - 1) / BLOCK * BLOCK);
    }

    /** The row after the last whole block. */
    private int tail(int q) {
        return Math.max(head(q), wholeFours(first[byStart[q]]) / BLOCK * BLOCK);
    }

    private int wholeFours(int start) {
        return start + (rows - start) / 4 * 4;
    }

    private void addRows(double[][] panel, int width, int q, int from, int to, double[][] sums, int at) {
        int start = first[byStart[q]];
        double[] factors = series[byStart[q]];
        for (int t = from; t < to; t++) {
            addOne(sums[at + (t < wholeFours(start) ? (t - start) % 4 : 0)], width, panel[t], factors[t]);
        }
    }

    private void store(double[][] sums, int at, int left, int width, int q, double[][] cross) {
        int one = byStart[q];
        for (int k = 0; k < width; k++) {
            int other = byStart[left + k];
            cross[Math.max(one, other)][Math.min(one, other)] =
                    (sums[at][k] + sums[at + 1][k]) + (sums[at + 2][k] + sums[at + 3][k]);
        }
    }

    private static void addOne(double[] sum, int width, double[] row, double factor) {
        for (int k = 0; k < width; k++) {
            sum[k] += factor * row[k];
        }
    }

    /** Every fourth row from t, eight of them, so that a sum is read and written once for eight products. */
    private static void addEight(double[] sum, int width, double[][] panel, double[] factors, int t) {
        double[] r0 = panel[t];
        double[] r1 = panel[t + 4];
        double[] r2 = panel[t + 8];
        double[] r3 = panel[t + 12];
        double[] r4 = panel[t + 16];
        double[] r5 = panel[t + 20];
        double[] r6 = panel[t + 24];
        double[] r7 = panel[t + 28];
        double f0 = factors[t];
        double f1 = factors[t + 4];
        double f2 = factors[t + 8];
        double f3 = factors[t + 12];
        double f4 = factors[t + 16];
        double f5 = factors[t + 20];
        double f6 = factors[t + 24];
        double f7 = factors[t + 28];
        for (int k = 0; k < width; k++) {
            sum[k] = sum[k]
                    + f0 * r0[k]
                    + f1 * r1[k]
                    + f2 * r2[k]
                    + f3 * r3[k]
                    + f4 * r4[k]
                    + f5 * r5[k]
                    + f6 * r6[k]
                    + f7 * r7[k];
        }
    }
}
