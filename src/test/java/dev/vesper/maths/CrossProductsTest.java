package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The blocked product and all that is made of it, against the clear twins below: one pair after the other. */
class CrossProductsTest {
    @Property(tries = 300)
    void blocksGiveTheBitsOfPairByPair(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int assets,
            @ForAll @IntRange(min = 1, max = 150) int rows) {
        Random random = new Random(seed);
        int[] first = starts(random, assets, rows);
        double[][] series = new double[assets][rows];
        for (int i = 0; i < assets; i++) {
            for (int t = first[i]; t < rows; t++) {
                series[i][t] = random.nextGaussian();
            }
        }
        double[][] cross = CrossProducts.of(series, first);
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < i; j++) {
                double expected = fourSums(series[i], series[j], Math.max(first[i], first[j]));
                assertEquals(
                        Double.doubleToRawLongBits(expected),
                        Double.doubleToRawLongBits(cross[i][j]),
                        "assets " + i + " and " + j + ": " + cross[i][j] + " in place of " + expected);
            }
        }
    }

    /** Textbook formulas, means of the pair's own rows first; some series do not move, some pairs share one row or none. */
    @Property(tries = 200)
    void momentsAreThoseOfTheTextbook(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int assets,
            @ForAll @IntRange(min = 1, max = 120) int rows) {
        Random random = new Random(seed);
        int[] first = starts(random, assets, rows);
        double[][] series = Samples.returns(seed, assets, rows);
        for (int i = 0; i < assets; i++) {
            if (random.nextInt(5) == 0) {
                Arrays.fill(series[i], 0);
            }
            Arrays.fill(series[i], 0, first[i], Double.NaN);
        }
        PairwiseMoments moments = PairwiseMoments.of(series);
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                int from = Math.max(first[i], first[j]);
                double[] x = Arrays.copyOfRange(series[i], from, rows);
                double[] y = Arrays.copyOfRange(series[j], from, rows);
                double expected = covariance(x, y);
                double scale = Math.sqrt(covariance(x, x) * covariance(y, y));
                if (rows - from < 2) {
                    assertTrue(Double.isNaN(moments.covariance()[i][j]));
                    assertTrue(Double.isNaN(moments.correlation()[i][j]));
                } else if (scale == 0) {
                    assertEquals(0, moments.covariance()[i][j], 1e-17);
                } else {
                    assertEquals(expected, moments.covariance()[i][j], 1e-12 * scale + 1e-17);
                    if (rows - from > 5) {
                        assertEquals(expected / scale, moments.correlation()[i][j], 1e-10);
                    }
                }
            }
        }
    }

    /** More series than one panel, more rows than one block: the mirror image is the same number. */
    @Example
    void bothHalvesOfTheMatrixAgree() {
        PairwiseMoments moments = PairwiseMoments.of(Samples.returns(7, 300, 133));
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(moments.covariance()[i][j], moments.covariance()[j][i]);
                assertEquals(moments.correlation()[i][j], moments.correlation()[j][i]);
            }
        }
    }

    /** Half of the series are complete, one starts on the last row, the others anywhere. */
    private static int[] starts(Random random, int assets, int rows) {
        int[] first = new int[assets];
        for (int i = 0; i < assets; i++) {
            first[i] = random.nextBoolean() ? 0 : random.nextInt(rows);
        }
        first[random.nextInt(assets)] = rows - 1;
        return first;
    }

    private static double fourSums(double[] a, double[] b, int from) {
        double[] sums = new double[4];
        int fours = from + (a.length - from) / 4 * 4;
        for (int t = from; t < a.length; t++) {
            sums[t < fours ? (t - from) % 4 : 0] += a[t] * b[t];
        }
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).sum() / x.length;
        double meanY = Arrays.stream(y).sum() / y.length;
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += (x[t] - meanX) * (y[t] - meanY);
        }
        return sum / (x.length - 1);
    }
}
