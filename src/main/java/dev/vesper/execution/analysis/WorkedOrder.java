package dev.vesper.execution.analysis;

import dev.vesper.basics.Place;
import dev.vesper.market.ticks.Span;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order as somebody worked it, whoever that was.
 *
 * @param place where it is written
 * @param quantity units, above 0
 * @param window from when it was worked until when its rest was given up
 * @param strategy as its owner calls it
 * @param decisionPrice in currency units, when somebody decided to trade
 * @param limit the worst price allowed
 * @param participation most that it may be of what the market trades, above 0 and at most 1; no cost depends on it
 * @param display units that the book saw at a time; no cost depends on it
 * @param handling what else was asked; no cost depends on it
 */
public record WorkedOrder(
        Place place,
        String id,
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        Span window,
        String strategy,
        BigDecimal decisionPrice,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> participation,
        Optional<BigDecimal> display,
        OrderHandling handling) {
    /** Without anything said of how it is handled. */
    public WorkedOrder(
            Place place,
            String id,
            String account,
            String symbol,
            Side side,
            BigDecimal quantity,
            Span window,
            String strategy,
            BigDecimal decisionPrice,
            Optional<BigDecimal> limit,
            Optional<BigDecimal> participation,
            Optional<BigDecimal> display) {
        this(
                place,
                id,
                account,
                symbol,
                side,
                quantity,
                window,
                strategy,
                decisionPrice,
                limit,
                participation,
                display,
                OrderHandling.NONE);
    }

    BigDecimal sign() {
        return BigDecimal.valueOf(side.sign());
    }
}
