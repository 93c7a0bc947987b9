package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MinimumVarianceTest {
    @Test
    void twoUncorrelatedAssetsShareInInverseProportionToVariance() {
        double[][] covariance = {{0.01, 0}, {0, 0.03}};
        assertArrayEquals(new double[] {0.75, 0.25}, MinimumVariance.longOnly(covariance), 1e-15);
        assertArrayEquals(new double[] {0.75, 0.25}, MinimumVariance.longShort(covariance), 1e-15);
    }

    @Test
    void anAssetThatWouldBeSoldShortIsLeftOut() {
        double[][] covariance = {{0.01, 0.018}, {0.018, 0.04}};
        assertArrayEquals(new double[] {1, 0}, MinimumVariance.longOnly(covariance), 1e-15);
        assertTrue(MinimumVariance.longShort(covariance)[1] < 0);
    }

    @Test
    void anAssetListedTwiceDoesNotBreakIt() {
        double[][] covariance = {{0.01, 0.01, 0.002}, {0.01, 0.01, 0.002}, {0.002, 0.002, 0.02}};
        double[] weights = MinimumVariance.longOnly(covariance);
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        double single = MinimumVariance.longOnly(new double[][] {{0.01, 0.002}, {0.002, 0.02}})[0];
        assertEquals(single, weights[0] + weights[1], 1e-6);
    }

    /** The Karush-Kuhn-Tucker conditions: held assets have the portfolio's own gradient, the others none smaller. */
    @Property(tries = 60)
    void noOtherPortfolioIsBetter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int assets) {
        double[][] covariance =
                PairwiseMoments.of(Samples.returns(seed, assets, 30)).covariance();
        double[] weights = MinimumVariance.longOnly(covariance);
        double variance = MinimumVariance.variance(covariance, weights);
        assertEquals(1, Arrays.stream(weights).sum(), 1e-9);
        for (int i = 0; i < assets; i++) {
            double gradient = 0;
            for (int j = 0; j < assets; j++) {
                gradient += covariance[i][j] * weights[j];
            }
            assertTrue(weights[i] >= 0, "weight " + weights[i]);
            double slack = Math.max(1e-6 * variance, 1e-9 * covariance[i][i]);
            assertTrue(gradient >= variance - slack, "asset " + i + ": " + gradient + " under " + variance);
            if (weights[i] > 0) {
                assertEquals(variance, gradient, slack);
            }
        }
    }
}
