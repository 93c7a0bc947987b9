package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.YamlBlock;
import dev.vesper.basics.Given;
import dev.vesper.basics.Kind;
import dev.vesper.basics.Parameter;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.portfolio.weighting.RiskParity;
import dev.vesper.portfolio.weighting.StrategySettings;
import dev.vesper.portfolio.weighting.WeightingMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The strategies of firm.yaml: a weighting method, the parameters of that method, and what every method is given. Which
 * methods and parameters there are is the registry's to say.
 */
final class StrategiesYaml {
    /** The keys of every strategy, which no parameter of a method may be called. */
    static final List<String> KEYS = List.of("method", "lookback_days", "universe");

    /** The method of a strategy that names none. */
    private static final String STANDARD_METHOD = RiskParity.KIND.word();

    private StrategiesYaml() {}

    static SortedMap<String, StrategySettings> read(
            YamlBlock block, Registry<Kind<? extends WeightingMethod>> methods) {
        SortedMap<String, StrategySettings> strategies = new TreeMap<>();
        for (String name : block.keys()) {
            strategies.put(name, strategy(name, block.block(name), methods));
        }
        if (strategies.isEmpty()) {
            DefaultStrategies.ALL.forEach(s -> strategies.put(s.name(), s));
        }
        return Collections.unmodifiableSortedMap(strategies);
    }

    private static StrategySettings strategy(
            String name, YamlBlock strategy, Registry<Kind<? extends WeightingMethod>> methods) {
        var kind = methods.get(strategy.oneOf("method", STANDARD_METHOD, methods.words()));
        int lookback = (int) strategy.whole("lookback_days", 0, 0, 100_000);
        if (lookback > 0 && lookback < 61) {
            throw Problem.input(
                    strategy.place("lookback_days"),
                    "Expected lookback_days of 0 (all) or at least 61, but got " + lookback
                            + "; a variance needs 60 returns");
        }
        List<String> universe = strategy.texts("universe");
        List<Given> given = new ArrayList<>();
        for (Parameter<?> parameter : kind.parameters()) {
            String text = strategy.text(parameter.word(), "");
            if (!text.isEmpty()) {
                given.add(new Given(parameter.word(), text, strategy.place(parameter.word())));
            }
        }
        strategy.noOtherKeys();
        return new StrategySettings(name, kind.make(given), lookback, universe);
    }
}
