package dev.vesper.adapters.firm;

import dev.vesper.portfolio.weighting.EqualWeight;
import dev.vesper.portfolio.weighting.MinimumVariance;
import dev.vesper.portfolio.weighting.RiskParity;
import dev.vesper.portfolio.weighting.StrategySettings;
import java.util.List;

/** The strategies of a firm whose firm.yaml names none; accounts of a new firm take them in turn. */
final class DefaultStrategies {
    static final List<StrategySettings> ALL = List.of(
            new StrategySettings("core", RiskParity.KIND.standard(), 0, List.of()),
            new StrategySettings("balanced", EqualWeight.KIND.standard(), 0, List.of()),
            new StrategySettings("defensive", MinimumVariance.KIND.standard(), 0, List.of()));

    private DefaultStrategies() {}

    /** The strategy of the n-th account, counted from 0. */
    static String ofAccount(int n) {
        return ALL.get(n % ALL.size()).name();
    }
}
