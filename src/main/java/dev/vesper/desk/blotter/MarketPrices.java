package dev.vesper.desk.blotter;

import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.SessionPrices;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Prices off the tapes of a run's market, which is not kept: it is large.
 *
 * @param markets fresh ones with each question, so that who looks takes nothing from who works
 */
public record MarketPrices(Supplier<RunMarkets> markets) implements BlotterPrices {
    @Override
    public Map<String, SessionPrices> of(RunRecord run, Set<String> symbols) {
        return markets.get().of(run).prices(symbols);
    }
}
