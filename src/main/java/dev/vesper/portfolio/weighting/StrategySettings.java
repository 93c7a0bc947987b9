package dev.vesper.portfolio.weighting;

import dev.vesper.market.PriceHistory;
import java.util.List;

/**
 * A strategy of firm.yaml: what an account with its name holds.
 *
 * @param name as accounts.csv refers to it
 * @param method with its parameters
 * @param lookbackDays how many last rows of prices the method sees; 0 means all
 * @param universe the symbols it may hold; empty means every priced instrument
 */
public record StrategySettings(String name, WeightingMethod method, int lookbackDays, List<String> universe) {
    public StrategySettings {
        universe = List.copyOf(universe);
    }

    /** The weights it wants on the last date of the prices. */
    public Weights weigh(PriceHistory prices) {
        return method.weigh(new WeightingProblem(prices, lookbackDays, universe));
    }
}
