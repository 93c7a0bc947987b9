package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** Sizes on both sides of whole blocks of four. */
    @Property(tries = 100)
    void theSolutionSolves(@ForAll long seed, @ForAll @IntRange(min = 1, max = 45) int n) {
        double[][] a = PairwiseMoments.of(Samples.returns(seed, n, 200)).covariance();
        double[] x = Cholesky.of(a, 0).orElseThrow().solve(ones(n));
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i] += a[i][j] * x[j];
            }
        }
        assertArrayEquals(ones(n), b, 1e-9);
    }

    @Test
    void whatIsNotPositiveDefiniteHasNoFactor() {
        double[][] a = new double[9][9];
        for (int i = 0; i < 9; i++) {
            a[i][i] = 1;
        }
        assertTrue(Cholesky.of(a, 0).isPresent());
        a[8][0] = 1.001;
        assertTrue(Cholesky.of(a, 0).isEmpty());
        a[8][0] = 0;
        a[2][1] = 1.001;
        assertTrue(Cholesky.of(a, 0).isEmpty());
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
