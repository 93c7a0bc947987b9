package dev.vesper.portfolio.weighting;

import dev.vesper.basics.Kind;
import dev.vesper.basics.Parameter;
import java.util.List;

/**
 * The smallest variance without short positions.
 *
 * <p>Optimised over past covariances it trusts their errors most. Shrinking multiplies every covariance by
 * {@code 1 - shrinkage} and leaves the variances: with 0.5 a covariance of 0.0002 counts as 0.0001; with 1 the assets
 * count as independent, and the weights are in inverse proportion to the variances.
 *
 * <p>Sources: H. Markowitz, "Portfolio Selection", Journal of Finance 7(1), 1952; for shrinking towards the variances,
 * J. Schaefer and K. Strimmer, "A Shrinkage Approach to Large-Scale Covariance Matrix Estimation", Statistical
 * Applications in Genetics and Molecular Biology 4(1), 2005, target D.
 *
 * @param shrinkage share by which covariances are shrunk, 0 to 1
 */
public record MinimumVariance(double shrinkage) implements WeightingMethod {
    private static final Parameter<Double> SHRINKAGE = Parameter.number(
            "shrinkage", 0, 0, 1, "", "share by which covariances are shrunk: 0 trusts them, 1 sees variances only");

    public static final Kind<MinimumVariance> KIND = new Kind<>(
            "minimum-variance",
            "the smallest variance without short positions",
            List.of(SHRINKAGE),
            arguments -> new MinimumVariance(arguments.get(SHRINKAGE)));

    @Override
    public Kind<MinimumVariance> kind() {
        return KIND;
    }

    @Override
    public Weights weigh(WeightingProblem problem) {
        return problem.measured()
                .weighted(this, assets -> dev.vesper.maths.MinimumVariance.longOnly(shrunk(assets.covariance())));
    }

    private double[][] shrunk(double[][] covariance) {
        if (shrinkage == 0) {
            return covariance;
        }
        double[][] shrunk = new double[covariance.length][covariance.length];
        for (int i = 0; i < shrunk.length; i++) {
            for (int j = 0; j < shrunk.length; j++) {
                shrunk[i][j] = covariance[i][j] * (i == j ? 1 : 1 - shrinkage);
            }
        }
        return shrunk;
    }
}
