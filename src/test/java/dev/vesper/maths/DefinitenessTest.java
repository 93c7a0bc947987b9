package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DefinitenessTest {
    private static final int GRID = 1 << 20;

    @Test
    void randomMatricesAreShrunkToTheVeryPlaceThatHalvingFinds() {
        for (int seed = 0; seed < 300; seed++) {
            double[][] bad = contradicting(seed, 3 + seed % 40);
            assertFalse(Definiteness.semidefinite(bad));
            assertEquals(halved(bad), Definiteness.mended(bad).shrinkage(), "seed " + seed);
        }
    }

    @Test
    void onePlaceLessIsStillBad() {
        for (int seed = 0; seed < 50; seed++) {
            double[][] bad = contradicting(seed, 60);
            double least = Definiteness.mended(bad).shrinkage();
            assertTrue(Definiteness.semidefinite(shrunk(bad, least)));
            assertFalse(Definiteness.semidefinite(shrunk(bad, least - 1.0 / GRID)));
        }
    }

    @Test
    void whatNothingMendsLosesAllItsCovariances() {
        assertEquals(
                1,
                Definiteness.mended(new double[][] {{1, Double.NaN}, {Double.NaN, 1}})
                        .shrinkage());
        assertEquals(1, Definiteness.mended(new double[][] {{0, 1}, {1, 0}}).shrinkage());
    }

    /** Plain halving, as slow as it is simple. */
    private static double halved(double[][] covariance) {
        double bad = 0;
        double good = 1;
        for (int i = 0; i < 20; i++) {
            double middle = (bad + good) / 2;
            if (Definiteness.semidefinite(shrunk(covariance, middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private static double[][] shrunk(double[][] covariance, double delta) {
        int n = covariance.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = i == j ? covariance[i][i] : (1 - delta) * covariance[i][j];
            }
        }
        return result;
    }

    /** Variances of different size and correlations that agree with nothing. */
    private static double[][] contradicting(long seed, int n) {
        for (Random random = new Random(seed); ; ) {
            double[] deviation = random.doubles(n, 0.001, 0.05).toArray();
            double[][] result = new double[n][n];
            for (int i = 0; i < n; i++) {
                result[i][i] = deviation[i] * deviation[i];
                for (int j = 0; j < i; j++) {
                    result[i][j] = random.nextDouble(-0.95, 0.95) * deviation[i] * deviation[j];
                    result[j][i] = result[i][j];
                }
            }
            if (!Definiteness.semidefinite(result)) {
                return result;
            }
        }
    }
}
