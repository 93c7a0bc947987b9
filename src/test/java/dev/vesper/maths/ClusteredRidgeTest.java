package dev.vesper.maths;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Against statsmodels 0.15, {@code OLS(y, X).fit(cov_type="cluster", cov_kwds={"groups": g})}, and numpy with a penalty. */
class ClusteredRidgeTest {
    private static final double[][] POINTS = {
        {1.69, -0.47},
        {0.03, 0.41},
        {-0.79, 0.0},
        {-0.0, -1.75},
        {1.02, 0.6},
        {-0.63, -0.17},
        {0.51, -0.26},
        {-0.24, -1.45},
        {0.55, 0.12},
        {0.27, -1.53},
        {1.65, 0.15},
        {-0.39, 2.03},
        {-0.05, -1.45},
        {-0.41, -2.29},
        {1.05, -0.42},
        {-0.74, 1.07},
        {-1.65, 0.54},
        {-2.06, -0.66},
        {-1.2, 1.46},
        {1.77, -0.33},
        {0.84, -0.18},
        {0.57, -0.75},
        {-1.71, -1.8},
        {0.38, 2.25}
    };
    private static final double[] SEEN = {
        4.32, 1.14, -0.47, 1.98, 2.37, -1.0, 3.08, 2.72, 2.88, 2.16, 3.98, -0.99, 1.58, 1.03, 3.81, -0.98, -2.41, -2.23,
        -1.75, 4.58, 2.8, 2.58, -1.73, -0.05
    };
    private static final double CLOSE = 1e-13;

    private static ClusteredRidge fit(double penalty) {
        double[][] x = new double[POINTS.length][];
        int[] group = new int[POINTS.length];
        for (int p = 0; p < x.length; p++) {
            x[p] = new double[] {1, POINTS[p][0], POINTS[p][1]};
            group[p] = p / 3;
        }
        return ClusteredRidge.fit(x, SEEN, group, penalty);
    }

    @Test
    void withoutAPenaltyItIsLeastSquaresWithErrorsByGroups() {
        ClusteredRidge fit = fit(0);
        assertArrayEquals(
                new double[] {1.070991636432718, 1.9412383234926243, -0.5744326018049509}, fit.coefficients(), CLOSE);
        double[][] expected = {
            {2.5231960999328323e-02, -4.9849647344604722e-05, -4.8382648106324519e-03},
            {-4.9849647344604553e-05, 4.9334438564271679e-03, -1.0782726115770747e-03},
            {-4.8382648106324545e-03, -1.0782726115770749e-03, 5.5184489512701464e-03}
        };
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], fit.covariance()[i], CLOSE);
        }
    }

    @Test
    void aPenaltyShrinksAllButTheConstant() {
        ClusteredRidge fit = fit(2);
        assertArrayEquals(
                new double[] {1.0810490469336145, 1.8014551984687066, -0.5381462053888623}, fit.coefficients(), CLOSE);
        double[][] expected = {
            {0.02714814930394175, -0.00053681370861961, -0.00431248981095586},
            {-0.00053681370861961, 0.0041584861354855, -0.00063043388012335},
            {-0.00431248981095586, -0.00063043388012335, 0.00426139252868589}
        };
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], fit.covariance()[i], CLOSE);
        }
    }

    @Test
    void whatCannotBeFittedIsSaid() {
        double[][] x = {{1, 2}, {1, 2}, {1, 2}};
        double[] y = {1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> ClusteredRidge.fit(x, y, new int[] {0, 0, 0}, 1));
        assertThrows(IllegalArgumentException.class, () -> ClusteredRidge.fit(x, y, new int[] {0, 1, 2}, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> ClusteredRidge.fit(new double[][] {{1, 2}, {1, 3}}, new double[] {1, 2}, new int[] {0, 1}, 1));
    }
}
