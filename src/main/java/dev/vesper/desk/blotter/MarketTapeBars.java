package dev.vesper.desk.blotter;

import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.Session;
import dev.vesper.market.TapeBars;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Charts off the tapes of a run's market, which is not kept: it is large.
 *
 * @param markets fresh ones with each question, so that who looks takes nothing from who works
 */
public record MarketTapeBars(Supplier<RunMarkets> markets) implements BlotterBars {
    @Override
    public Map<String, TapeBars> of(RunRecord run, Set<String> symbols) {
        RunMarket market = markets.get().of(run);
        Map<String, TapeBars> bars = new HashMap<>();
        for (String symbol : symbols) {
            Session hours = market.session(symbol).hours();
            market.tape()
                    .tape(symbol)
                    .ifPresent(tape -> bars.put(
                            symbol, TapeBars.of(tape, hours.openMillis(), hours.closeMillis(), hours.sliceMillis())));
        }
        return bars;
    }
}
