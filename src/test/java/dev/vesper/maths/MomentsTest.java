package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final double GAP = Double.NaN;

    @Test
    void aGapRepeatsTheLastPriceAndNothingPrecedesTheListing() {
        double[][] prices = {{100, GAP}, {102, GAP}, {GAP, 50}, {GAP, 55}, {51, GAP}};
        double[][] returns = Returns.simple(prices);
        assertArrayEquals(new double[] {0.02, 0, 0, -0.5}, returns[0], 1e-15);
        assertArrayEquals(new double[] {GAP, GAP, 0.1, 0}, returns[1], 1e-15);
        assertEquals(2, Returns.first(returns[1]));
    }

    @Test
    void aPairUsesTheRowsWhereBothAreThere() {
        double[][] series = {{0.5, 0.01, 0.03, -0.01}, {GAP, 0.02, 0.04, 0.0}};
        PairwiseMoments moments = PairwiseMoments.of(series);
        assertEquals(0.0004, moments.covariance()[0][1], 1e-17);
        assertEquals(1, moments.correlation()[1][0], 1e-12);
        assertEquals(0.0004, moments.covariance()[1][1], 1e-17);
        assertEquals(0.180875 / 3, moments.covariance()[0][0], 1e-15);
    }

    @Test
    void yearlyMeansCountOnlyTheReturnsThatAreThere() {
        double[] series = {GAP, 0.1, -0.1};
        assertEquals(0, Returns.arithmeticAnnual(series, 252), 1e-15);
        assertEquals(0.99 - 1, Returns.compoundAnnual(series, 2), 1e-15);
    }

    @Test
    void goodCovariancesAreLeftAlone() {
        double[][] good = {{1, 0.9}, {0.9, 1}};
        assertSame(good, Definiteness.mended(good).covariance());
        double[][] singular = {{1, 1}, {1, 1}};
        assertSame(singular, Definiteness.mended(singular).covariance());
    }

    @Test
    void contradictingCovariancesAreShrunkJustEnough() {
        double[][] bad = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}}; // smallest eigenvalue 1 - 1.8
        assertFalse(Definiteness.semidefinite(bad));
        Definiteness.Mended mended = Definiteness.mended(bad);
        assertTrue(Definiteness.semidefinite(mended.covariance()));
        assertEquals(1 - 1 / 1.8, mended.shrinkage(), 1e-5);
        assertEquals(1, mended.covariance()[1][1]);
    }
}
