package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HierarchicalRiskParityTest {
    @Test
    void twoAssetsShareInInverseProportionToVariance() {
        double[][] covariance = {{0.01, 0.005}, {0.005, 0.03}};
        double[][] correlation = {{1, 0.3}, {0.3, 1}};
        assertArrayEquals(new double[] {0.75, 0.25}, HierarchicalRiskParity.weights(covariance, correlation), 1e-15);
    }

    @Test
    void oneAssetTakesAllAndNoneTakesNothing() {
        assertArrayEquals(
                new double[] {1}, HierarchicalRiskParity.weights(new double[][] {{0.04}}, new double[][] {{1}}));
        assertEquals(0, HierarchicalRiskParity.weights(new double[0][], new double[0][]).length);
    }

    @Test
    void anUndefinedCorrelationIsRefused() {
        double[][] correlation = {{1, Double.NaN}, {Double.NaN, 1}};
        assertThrows(
                IllegalArgumentException.class,
                () -> HierarchicalRiskParity.weights(new double[][] {{1, 0}, {0, 0}}, correlation));
    }

    @Property(tries = 100)
    void weightsArePositiveAndSumToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int assets) {
        PairwiseMoments moments = PairwiseMoments.of(Samples.returns(seed, assets, 80));
        double[] weights = HierarchicalRiskParity.weights(moments.covariance(), moments.correlation());
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
        assertTrue(Arrays.stream(weights).allMatch(w -> w > 0));
    }

    /** The unit of the returns does not matter: percent or fractions. */
    @Property(tries = 50)
    void scaleDoesNotMatter(@ForAll long seed) {
        double[][] returns = Samples.returns(seed, 12, 80);
        double[][] percent = Arrays.stream(returns)
                .map(series -> Arrays.stream(series).map(x -> 128 * x).toArray())
                .toArray(double[][]::new);
        assertArrayEquals(weights(returns), weights(percent), 1e-12);
    }

    private static double[] weights(double[][] returns) {
        PairwiseMoments moments = PairwiseMoments.of(returns);
        return HierarchicalRiskParity.weights(moments.covariance(), moments.correlation());
    }
}
