package dev.vesper.desk.blotter;

import dev.vesper.execution.ImplementationShortfall;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parent order went through: how it was to be worked, its fills, and what the market did in the same hours.
 *
 * @param over whether no more of it is worked
 * @param shortfall what it cost by now; null where it is left out or not over, since what is unfilled is not given up yet
 * @param schedule slice by slice; empty where it is not worked
 * @param fills those that stand, oldest first
 * @param amended what venues told of its fills after their slice was booked, oldest first
 * @param market stretch by stretch over the hours of the schedule, as far as its slices are booked: nobody sees further
 */
public record OrderLife(
        OrderLine order,
        boolean over,
        @Nullable ShortfallLine shortfall,
        List<ScheduleLine> schedule,
        List<LifeFill> fills,
        List<AmendedLine> amended,
        List<MarketBar> market) {
    public OrderLife {
        schedule = List.copyOf(schedule);
        fills = List.copyOf(fills);
        amended = List.copyOf(amended);
        market = List.copyOf(market);
    }

    /**
     * One fill.
     *
     * @param execution FIX ExecID, unique at its venue
     * @param at market time, for example {@code 09:45:00.123}
     * @param total units of the order that were filled with it
     * @param arrivalBps price against the order's arrival price, in basis points of that; positive is a cost
     */
    public record LifeFill(
            String execution,
            String venue,
            LocalDate date,
            String at,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal total,
            double arrivalBps) {}

    /**
     * A late fill, a bust or a correction.
     *
     * @param what {@code late-fill}, {@code bust} or {@code correction}
     * @param execution FIX ExecID of the late fill, or of the fill that stands no more
     * @param by ExecID of the report that took it back, or of the fill in its place; empty for a late fill
     * @param quantity of the fill that was added, in its place too; of a bust, of the one that stands no more
     */
    public record AmendedLine(
            String what,
            String execution,
            String by,
            String venue,
            LocalDate date,
            BigDecimal quantity,
            BigDecimal price) {}

    /**
     * What the market did in a stretch of the session, in units and currency units; prices are null where nothing traded.
     *
     * @param from market time, for example {@code 09:45:00.000}
     */
    public record MarketBar(
            String from,
            String until,
            BigDecimal volume,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal last) {}

    /**
     * The implementation shortfall (Perold, 1988) in currency units, and in basis points of the order at its decision price;
     * positive is a cost.
     *
     * @param opportunity of what was never filled, at the session's last price
     */
    public record ShortfallLine(
            BigDecimal delay,
            BigDecimal execution,
            BigDecimal opportunity,
            BigDecimal fees,
            BigDecimal total,
            double delayBps,
            double executionBps,
            double opportunityBps,
            double feesBps,
            double totalBps) {
        static ShortfallLine of(ImplementationShortfall costs) {
            return new ShortfallLine(
                    costs.delay(),
                    costs.execution(),
                    costs.opportunity(),
                    costs.fees(),
                    costs.total(),
                    costs.delayBps(),
                    costs.executionBps(),
                    costs.opportunityBps(),
                    costs.feesBps(),
                    costs.totalBps());
        }
    }
}
