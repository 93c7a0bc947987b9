package dev.vesper.execution.cost;

import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.routing.VenueSplit;
import dev.vesper.market.Venue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * What orders are expected to cost before they are worked, by the firm's own figures: the implementation shortfall that the
 * planner and the rule {@code cash} count with, {@code rebalance.cost_bps} of firm.yaml, on the notional at decision prices; of it
 * the fees, as venues.csv has them for the venues that an order is split to. The rest is for the spread and the market's move.
 *
 * <p>Example: buy for 100,000 at 5 bps, 30 % at a midpoint venue for 0.1 bps and 70 % at a lit one for 0.3 bps: 50.00, of which
 * 2.40 are fees.
 *
 * @param costBps of the notional, fees included
 * @param feeBps of the notional, an average over the venues; below zero where they pay for orders
 */
public record ExpectedCost(BigDecimal costBps, BigDecimal feeBps) {
    private static final long LOTS = 1_000_000;
    private static final int BPS = 10_000;

    /** By the settings of a firm: an order that is large enough for every venue. */
    public static ExpectedCost of(double costBps, ExecutionSettings settings, List<Venue> venues) {
        if (venues.isEmpty()) {
            return new ExpectedCost(BigDecimal.valueOf(costBps), BigDecimal.ZERO);
        }
        int dark = (int) Math.clamp(Math.round(settings.midpointShare() * BPS), 0L, BPS);
        BigDecimal fees = BigDecimal.ZERO;
        for (VenueSplit.Part part : VenueSplit.of(LOTS, 1, dark, venues)) {
            fees = fees.add(part.venue().feeBps().multiply(BigDecimal.valueOf(part.lots())));
        }
        return new ExpectedCost(
                BigDecimal.valueOf(costBps), fees.divide(BigDecimal.valueOf(LOTS), MathContext.DECIMAL64));
    }

    /** Of an order of this notional, in its currency, to the cent. */
    public BigDecimal of(BigDecimal notional) {
        return part(notional, costBps);
    }

    /** The fees in it. */
    public BigDecimal fees(BigDecimal notional) {
        return part(notional, feeBps);
    }

    private static BigDecimal part(BigDecimal notional, BigDecimal bps) {
        return notional.multiply(bps).movePointLeft(4).setScale(2, RoundingMode.HALF_EVEN);
    }
}
