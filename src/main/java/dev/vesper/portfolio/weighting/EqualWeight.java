package dev.vesper.portfolio.weighting;

import dev.vesper.basics.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * One over the number of assets. It needs no history but a recent price, and is what the others must beat.
 *
 * <p>Source: V. DeMiguel, L. Garlappi, R. Uppal, "Optimal Versus Naive Diversification: How Inefficient is the 1/N
 * Portfolio Strategy?", Review of Financial Studies 22(5), 2009.
 */
public record EqualWeight() implements WeightingMethod {
    public static final Kind<EqualWeight> KIND =
            new Kind<>("equal-weight", "every asset gets the same weight", List.of(), arguments -> new EqualWeight());

    @Override
    public Kind<EqualWeight> kind() {
        return KIND;
    }

    @Override
    public Weights weigh(WeightingProblem problem) {
        return problem.priced().weighted(this, assets -> {
            double[] equal = new double[assets.count()];
            Arrays.fill(equal, 1.0 / assets.count());
            return equal;
        });
    }
}
