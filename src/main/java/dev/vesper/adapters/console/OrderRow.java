package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.execution.cost.OrderStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One parent order as the pages write it.
 *
 * @param life where its life is drawn
 * @param percent how much of it is filled, 0 to 100
 * @param average of its fills; a dash where nothing is filled, as in {@code bps}
 * @param cost whether the fills are worse than the arrival price
 */
public record OrderRow(
        String id,
        String href,
        String life,
        String account,
        String symbol,
        String side,
        String quantity,
        String filled,
        String leaves,
        int percent,
        String average,
        String arrival,
        String bps,
        boolean cost,
        String currency,
        String state,
        Tone tone,
        String reason) {
    static OrderRow of(String run, OrderLine one) {
        BigDecimal average = one.averagePrice();
        return new OrderRow(
                one.order(),
                OrderPage.href(run, one.order()),
                LifePage.href(run, one.order()),
                one.account(),
                one.symbol(),
                one.side().name().toLowerCase(Locale.ROOT),
                Numbers.quantity(one.quantity()),
                Numbers.quantity(one.filled()),
                Numbers.quantity(one.leaves()),
                one.filled()
                        .movePointRight(2)
                        .divide(one.quantity(), 0, RoundingMode.DOWN)
                        .intValue(),
                average == null ? Numbers.NONE : Numbers.decimals(average, 4),
                Numbers.price(one.arrivalPrice()),
                average == null ? Numbers.NONE : Numbers.bps(one.executionBps()),
                average != null && one.executionBps() > 0,
                one.currency(),
                one.state().words(),
                tone(one.state()),
                one.reason());
    }

    private static Tone tone(OrderStatus state) {
        return switch (state) {
            case FILLED -> Tone.GOOD;
            case WORKING -> Tone.BUSY;
            case PARTIAL -> Tone.WARN;
            case UNFILLED -> Tone.BAD;
            case NOT_SENT, LEFT_OUT -> Tone.QUIET;
        };
    }
}
