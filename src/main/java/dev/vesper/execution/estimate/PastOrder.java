package dev.vesper.execution.estimate;

import dev.vesper.execution.analysis.Mark;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an order of the past cost.
 *
 * @param order with the market as it was
 * @param costBps against the arrival price, in basis points of the whole order there, fees not in it; what was not filled at the
 *     market's price when it was given up
 * @param atLeast whether some was not filled: doing it would have cost that or more, for the market was there and had to be crossed
 */
public record PastOrder(String id, PlannedOrder order, double costBps, boolean atLeast) {
    private static final double BPS = 10_000;

    /**
     * Out of an analysed order; empty where no quotes were open when it arrived, so that neither its spread nor its cost is known.
     *
     * @param volatility of a day's return
     * @param dailyVolume units
     */
    public static Optional<PastOrder> of(OrderCost cost, MarketDay market, double volatility, double dailyVolume) {
        Optional<BigDecimal> spread = market.spreadBefore(cost.order().window().fromMillis());
        if (cost.arrival().from() != Mark.From.MID || spread.isEmpty()) {
            return Optional.empty();
        }
        double arrival = cost.arrival().price().doubleValue();
        double quantity = cost.order().quantity().doubleValue();
        BigDecimal left = cost.order().quantity().subtract(cost.filled());
        double money = cost.against(cost.arrival().price()).money().doubleValue();
        double given = left.doubleValue() * (cost.end().price().doubleValue() - arrival);
        return Optional.of(new PastOrder(
                cost.order().id(),
                new PlannedOrder(quantity, dailyVolume, volatility, spread.get().doubleValue() / arrival * BPS),
                (money + cost.order().side().sign() * given) / (quantity * arrival) * BPS,
                left.signum() > 0));
    }
}
