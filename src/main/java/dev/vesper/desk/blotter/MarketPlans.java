package dev.vesper.desk.blotter;

import dev.vesper.desk.execution.PlannedSchedule;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.market.RunMarkets;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.orders.ParentOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the engine asks for in a run's market, which is not kept: it is large. The Java engine gives the bits of the native one.
 *
 * @param markets fresh ones with each question, so that who looks takes nothing from who works
 */
public record MarketPlans(Supplier<RunMarkets> markets) implements BlotterPlans {
    @Override
    public Map<String, PlannedSchedule> of(RunRecord run, List<ParentOrder> parents) {
        RunMarket market = markets.get().of(run);
        return PlannedSchedule.of(
                parents,
                market::session,
                market.tape(),
                market.firm().settings().execution(),
                JavaEngine::new);
    }
}
