package dev.vesper.execution.analysis;

import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.execution.ImplementationShortfall.Executed;
import dev.vesper.execution.analysis.Mark.From;
import dev.vesper.market.ticks.TradeTotals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What one order cost; positive is a cost everywhere. For example buy 1,000, decided at 50.00, arrival 50.20; 600 filled at 50.30
 * and 300 at 50.40, the rest given up at 50.60, fees 9: delay 180, execution 120, opportunity 60, fees 9, together 369.00.
 *
 * @param fills those that count, by time
 * @param arrival the market just before the order began
 * @param end the market just before its rest was given up
 * @param market what the market traded while it was worked, its own fills in it where they are recorded
 * @param averageMid the mid while it was worked, weighted by time
 * @param reversion what the mid went back within the horizon after the last fill, in currency units a unit: a move that was paid
 *     for and did not last
 */
public record OrderCost(
        WorkedOrder order,
        List<WorkedFill> fills,
        Mark arrival,
        Mark end,
        ImplementationShortfall shortfall,
        TradeTotals market,
        Optional<BigDecimal> averageMid,
        Optional<BigDecimal> reversion,
        FillSpreads spreads) {
    public OrderCost {
        fills = List.copyOf(fills);
    }

    public static OrderCost of(WorkedOrder order, List<WorkedFill> fills, MarketDay market) {
        Mark decision = new Mark(order.decisionPrice(), From.DECISION_PRICE);
        Mark arrival = market.before(order.window().fromMillis()).orElse(decision);
        Mark end = market.before(order.window().untilMillis()).orElse(arrival);
        return new OrderCost(
                order,
                fills,
                arrival,
                end,
                shortfall(order, fills, arrival, end, order.quantity().subtract(units(fills))),
                market.traded(order.window()),
                market.averageMid(order.window()),
                reversion(order, fills, market),
                FillSpreads.of(order.side(), fills, market));
    }

    private static ImplementationShortfall shortfall(
            WorkedOrder order, List<WorkedFill> fills, Mark arrival, Mark end, BigDecimal unfilled) {
        return ImplementationShortfall.of(
                order.side(),
                order.decisionPrice(),
                fills.stream()
                        .map(fill -> new Executed(fill.quantity(), fill.price(), arrival.price()))
                        .toList(),
                unfilled,
                end.price(),
                fills.stream().map(WorkedFill::fee).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Optional<BigDecimal> reversion(WorkedOrder order, List<WorkedFill> fills, MarketDay market) {
        if (fills.isEmpty()) {
            return Optional.empty();
        }
        long last = fills.getLast().millis();
        return market.midBefore(last)
                .flatMap(before -> market.midAfter(last)
                        .map(after -> before.subtract(after).multiply(order.sign())));
    }

    /** The part of some of its fills: no opportunity is in it, for what was not filled was so nowhere. */
    ImplementationShortfall shortfallOf(List<WorkedFill> some) {
        return shortfall(order, some, arrival, end, BigDecimal.ZERO);
    }

    public BigDecimal filled() {
        return units(fills);
    }

    /** Units at fill prices. */
    public BigDecimal notional() {
        return fills.stream().map(WorkedFill::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Average fill price; empty where nothing was filled. */
    public Optional<BigDecimal> averagePrice() {
        return fills.isEmpty() ? Optional.empty() : Optional.of(notional().divide(filled(), MathContext.DECIMAL64));
    }

    /** Filled units over those of the market meanwhile; empty where it traded none. */
    public Optional<BigDecimal> participation() {
        return market.volume() == 0
                ? Optional.empty()
                : Optional.of(filled().divide(BigDecimal.valueOf(market.volume()), MathContext.DECIMAL64));
    }

    /** Of all fills to a benchmark price, in currency units. */
    public Slippage against(BigDecimal benchmark) {
        BigDecimal base = filled().multiply(benchmark);
        return new Slippage(notional().subtract(base).multiply(order.sign()), base);
    }

    private static BigDecimal units(List<WorkedFill> fills) {
        return fills.stream().map(WorkedFill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
