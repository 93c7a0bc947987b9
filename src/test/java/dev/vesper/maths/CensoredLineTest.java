package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against statsmodels 0.15 and scipy 1.17 on the same ten points: {@code sm.OLS(z, u).fit()} with
 * {@code get_prediction([[0.16]]).summary_frame(alpha=0.05)}; for the censored fit {@code scipy.optimize.minimize} (Nelder-Mead,
 * xatol 1e-13) of minus the sum of {@code norm.logpdf(a) - log(s)} over exact points and {@code norm.logsf(a)} over the others,
 * a = (z - b u) / s, and the root of the first entry of the inverse of {@code statsmodels.tools.numdiff.approx_hess} of it;
 * {@code scipy.stats.t.ppf(0.975, n)} and {@code exp(norm.logpdf(a) - norm.logsf(a))}.
 */
class CensoredLineTest {
    private static final double[] U = {0.02, 0.05, 0.07, 0.10, 0.12, 0.15, 0.18, 0.20, 0.25, 0.30};
    private static final double[] Z = {0.010, 0.071, 0.022, 0.131, 0.064, 0.190, 0.110, 0.242, 0.181, 0.335};

    @Test
    void leastSquaresIsThatOfStatsmodels() {
        CensoredLine line = CensoredLine.fit(U, Z, new boolean[10]);
        assertEquals(0.9603719599427756, line.slope(), 1e-14);
        assertEquals(0.0908133677491811, line.slopeError(), 1e-14);
        assertEquals(0.04801958086281742, line.noise(), 1e-14);
        double bound = StudentT.twoSided(0.95, line.degrees());
        assertEquals(0.1207900559377821, 0.16 * line.slope() - bound * line.lineError(0.16), 1e-12);
        assertEquals(0.2671514014485308, 0.16 * line.slope() + bound * line.pointError(0.16), 1e-12);
    }

    @Test
    void theCensoredFitIsTheLargestLikelihood() {
        boolean[] least = new boolean[10];
        least[2] = true;
        least[5] = true;
        least[9] = true;
        CensoredLine line = CensoredLine.fit(U, Z, least);
        assertEquals(1.0332717657438426, line.slope(), 1e-7);
        assertEquals(0.054616608429174776, line.noise(), 1e-7);
        assertEquals(0.1126803051398592, line.slopeError(), 1e-5);
        assertEquals(6, line.degrees());
    }

    /** Points that the noise lifts above a bound are seen at the bound only: without them, or as they are, the slope is too low. */
    @Test
    void forgettingWhatWasNotDoneWouldFlatter() {
        int points = 4_000;
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        double[] u = new double[points];
        double[] z = new double[points];
        boolean[] least = new boolean[points];
        for (int i = 0; i < points; i++) {
            u[i] = 0.05 + 0.3 * random.nextDouble();
            double seen = 0.8 * u[i] + 0.1 * random.nextGaussian();
            least[i] = seen > 0.2;
            z[i] = Math.min(seen, 0.2);
        }
        CensoredLine line = CensoredLine.fit(u, z, least);
        assertEquals(0.8, line.slope(), 4 * line.slopeError());
        double asTheyAre = CensoredLine.fit(u, z, new boolean[points]).slope();
        assertTrue(asTheyAre < 0.8 - 10 * line.slopeError(), () -> "as they are " + asTheyAre);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736174694", "2, 4.302652729749462", "3, 3.1824463052837078", "4, 2.7764451051977934",
        "5, 2.5705818356363146", "9, 2.262157162798205", "10, 2.228138851986274", "29, 2.045229642132703",
        "100, 1.9839715185235518", "1000, 1.9623390808264083"
    })
    void studentsT(int degrees, double bound) {
        assertEquals(bound, StudentT.twoSided(0.95, degrees), 1e-11 * bound);
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 0.004437839042125666",
        "0, 0.7978845608028654",
        "1.9, 2.2849469154767386",
        "2.1, 2.4620779512981095",
        "5, 5.1865039671258515",
        "30, 30.033259667436372"
    })
    void theUpperTail(double from, double mean) {
        assertEquals(mean, UpperTail.mean(from), 1e-12 * mean);
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        boolean[] all = new boolean[10];
        Arrays.fill(all, true);
        all[0] = false;
        assertThrows(IllegalArgumentException.class, () -> CensoredLine.fit(U, Z, all));
        assertThrows(IllegalArgumentException.class, () -> CensoredLine.fit(U, U, new boolean[10]));
    }
}
