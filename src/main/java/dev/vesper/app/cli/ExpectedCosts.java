package dev.vesper.app.cli;

import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.estimate.PastOrder;
import dev.vesper.execution.estimate.SquareRootImpact;
import java.util.Optional;

/**
 * What orders were expected to cost before they were worked, beside what they cost.
 *
 * @param noise how far one order lies off the model, in a day's volatility
 */
record ExpectedCosts(SquareRootImpact model, double volatility, double dailyVolume, Optional<Double> noise) {
    private static final double CONFIDENCE = 0.95;
    private static final double BPS = 10_000;

    /** Adds nothing where no quotes were open when the order arrived. */
    void put(Figures figures, OrderCost cost, MarketDay market) {
        Optional<PastOrder> known = PastOrder.of(cost, market, volatility, dailyVolume);
        if (known.isEmpty()) {
            return;
        }
        PastOrder past = known.get();
        double expected = model.of(past.order(), CONFIDENCE).bps();
        figures.put("estimated_bps", EstimateFigures.bps(expected))
                .put("realised_cost_bps", EstimateFigures.bps(past.costBps()))
                .put("surprise_bps", EstimateFigures.bps(past.costBps() - expected));
        noise.ifPresent(share -> figures.put(
                "surprise_deviations",
                EstimateFigures.number((past.costBps() - expected) / (share * volatility * BPS))));
    }
}
