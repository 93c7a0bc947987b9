package dev.vesper.execution.learn;

import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.market.ticks.Span;
import dev.vesper.market.ticks.TradeTotals;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known strictly before an order begins. The past is the stretch before it that is as long as the order's own window.
 *
 * @param size the order's units over what the market traded in the past
 * @param spreadBps quoted spread in basis points of the mid
 * @param driftBps by how much the mid rose over the past in basis points, for a sale fell: above 0 the market runs away
 * @param rangeBps highest less lowest trade of the past in basis points of the mid
 * @param part of the session that is over, 0 to 1
 */
public record Situation(double size, double spreadBps, double driftBps, double rangeBps, double part) {
    /** What {@link #numbers} are, in their order. */
    public static final List<String> NAMES = List.of("size", "spread_bps", "drift_bps", "range_bps", "part");

    private static final double BPS = 10_000;
    private static final double E4 = 10_000;

    /**
     * As a recorded day has it; empty where the market was not open on both sides at either end of the past, or did not trade in it.
     *
     * @param units of the order
     * @param window of the order
     */
    public static Optional<Situation> of(MarketDay market, Side side, double units, Span window) {
        long start = window.fromMillis();
        long begins = start - window.millis();
        if (begins < market.session().fromMillis()) {
            return Optional.empty();
        }
        Optional<BigDecimal> mid = market.midBefore(start);
        Optional<BigDecimal> before = market.midBefore(begins + 1);
        Optional<BigDecimal> spread = market.spreadBefore(start);
        TradeTotals past = market.traded(new Span(begins, start));
        if (mid.isEmpty() || before.isEmpty() || spread.isEmpty() || past.volume() == 0) {
            return Optional.empty();
        }
        double now = mid.get().doubleValue();
        double then = before.get().doubleValue();
        return Optional.of(new Situation(
                units / past.volume(),
                spread.get().doubleValue() / now * BPS,
                side.sign() * (now - then) / then * BPS,
                (past.highE4() - past.lowE4()) / E4 / now * BPS,
                (double) (start - market.session().fromMillis())
                        / market.session().millis()));
    }

    /** As numbers, in the order of {@link #NAMES}. */
    public double[] numbers() {
        return new double[] {size, spreadBps, driftBps, rangeBps, part};
    }
}
