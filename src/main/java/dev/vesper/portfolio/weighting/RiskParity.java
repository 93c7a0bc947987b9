package dev.vesper.portfolio.weighting;

import dev.vesper.basics.Kind;
import dev.vesper.maths.HierarchicalRiskParity;
import java.util.List;

/**
 * Hierarchical risk parity: assets that move alike share one part of the risk.
 *
 * <p>Source: M. Lopez de Prado, "Building Diversified Portfolios that Outperform Out of Sample", Journal of Portfolio
 * Management 42(4), 2016; how it is calculated stands at {@link HierarchicalRiskParity}.
 */
public record RiskParity() implements WeightingMethod {
    public static final Kind<RiskParity> KIND = new Kind<>(
            "hrp",
            "hierarchical risk parity: assets that move alike share one part of the risk",
            List.of(),
            arguments -> new RiskParity());

    @Override
    public Kind<RiskParity> kind() {
        return KIND;
    }

    @Override
    public Weights weigh(WeightingProblem problem) {
        return problem.measured()
                .weighted(this, assets -> HierarchicalRiskParity.weights(assets.covariance(), assets.correlation()));
    }
}
