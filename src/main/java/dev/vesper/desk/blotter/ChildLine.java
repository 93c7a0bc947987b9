package dev.vesper.desk.blotter;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One child order, and its fills. Times are the market's, for example {@code 09:45:00}; prices in currency units.
 *
 * @param child FIX ClOrdID
 * @param slice of the session, counted from 0
 * @param state {@code working}, or how it ended
 * @param filled units filled, 0 while it works
 * @param reason why it was rejected or denied, or empty
 * @param fills oldest first
 */
public record ChildLine(
        String child,
        int slice,
        String venue,
        BigDecimal quantity,
        BigDecimal limitPrice,
        LocalDate date,
        String sent,
        String expires,
        String state,
        BigDecimal filled,
        String reason,
        List<FillLine> fills) {
    public ChildLine {
        fills = List.copyOf(fills);
    }

    /**
     * One execution.
     *
     * @param execution FIX ExecID, unique at its venue
     * @param fee in currency units
     */
    public record FillLine(
            String execution,
            String venue,
            LocalDate date,
            String at,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal fee) {}

    static ChildLine of(WorkedChild worked, LocalDate business) {
        ChildOrder child = worked.child();
        ChildOutcome outcome = worked.outcome();
        return new ChildLine(
                child.clientOrderId(),
                child.slice(),
                child.venue(),
                child.quantity(),
                child.limitPrice(),
                child.date() == null ? business : child.date(),
                Numbers.timeOfDay(child.sentMillis()),
                Numbers.timeOfDay(child.expireMillis()),
                outcome == null ? "working" : outcome.state().name().toLowerCase(Locale.ROOT),
                outcome == null ? BigDecimal.ZERO : outcome.filled(),
                outcome == null ? "" : outcome.reason(),
                worked.fills().stream()
                        .map(fill -> new FillLine(
                                fill.executionId(),
                                fill.venue(),
                                fill.dateOr(business),
                                Numbers.timeOfDay(fill.millis()),
                                fill.quantity(),
                                fill.price(),
                                fill.fee()))
                        .toList());
    }
}
