package dev.vesper.execution;

import dev.vesper.market.Tape;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How an order's average fill price compares with a benchmark, in basis points; positive is worse than the benchmark. */
public final class Slippage {
    private Slippage() {}

    /** Quantity-weighted, to 8 decimals; empty without fills. */
    public static Optional<BigDecimal> averagePrice(List<Fill> fills) {
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (Fill fill : fills) {
            units = units.add(fill.quantity());
            value = value.add(fill.quantity().multiply(fill.price()));
        }
        return units.signum() == 0 ? Optional.empty() : Optional.of(value.divide(units, 8, RoundingMode.HALF_EVEN));
    }

    /**
     * Against any benchmark: the arrival price, or the market's volume-weighted average price.
     *
     * <p>Example: bought at 10.07 on average, benchmark 10.05: 19.9 bps.
     */
    public static double bps(Side side, BigDecimal averagePrice, BigDecimal benchmark) {
        return averagePrice
                .subtract(benchmark)
                .multiply(BigDecimal.valueOf(10_000L * side.sign()))
                .divide(benchmark, MathContext.DECIMAL64)
                .doubleValue();
    }

    /**
     * The market's price when an order could first work: the tape's first trade at or after the open, so that it is the
     * same for every order of a symbol; empty where nothing traded.
     */
    public static Optional<BigDecimal> arrivalPrice(Tape tape, Session session) {
        int first = tape.countUntil(session.openMillis() - 1);
        return first < tape.trades() ? Optional.of(tape.price(first)) : Optional.empty();
    }

    /** The tape's last trade up to the close; empty where nothing traded. */
    public static Optional<BigDecimal> closingPrice(Tape tape, Session session) {
        int count = tape.countUntil(session.closeMillis());
        return count > 0 ? Optional.of(tape.price(count - 1)) : Optional.empty();
    }
}
