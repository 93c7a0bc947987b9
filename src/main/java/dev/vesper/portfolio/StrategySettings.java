package dev.vesper.portfolio;

import java.util.List;

/**
 * A strategy of firm.yaml: what an account with its name holds.
 *
 * @param name as accounts.csv refers to it
 * @param method {@code hrp}, {@code equal-weight} or {@code minimum-variance}
 * @param lookbackDays how many last rows of prices the method sees; 0 means all
 * @param universe the symbols it may hold; empty means every priced instrument
 */
public record StrategySettings(String name, String method, int lookbackDays, List<String> universe) {
    public StrategySettings {
        universe = List.copyOf(universe);
    }
}
