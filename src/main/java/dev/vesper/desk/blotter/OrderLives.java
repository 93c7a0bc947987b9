package dev.vesper.desk.blotter;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.cost.ExecutedOrder;
import dev.vesper.execution.cost.OrderStatus;
import dev.vesper.market.TapeBars;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.AmendedFills.FillKey;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what a parent order went through. */
final class OrderLives {
    private OrderLives() {}

    /**
     * The life of one order.
     *
     * @param worked all its children
     * @param amendments of its fills, oldest first
     * @param bars of its instrument; null where nothing is known of its market
     */
    static OrderLife of(
            RunRecord run,
            ExecutedOrder order,
            List<ScheduleLine> schedule,
            List<WorkedChild> worked,
            List<Amendment> amendments,
            @Nullable TapeBars bars) {
        boolean booked = schedule.stream().allMatch(line -> line.filled() != null);
        boolean over = booked || run.status().ended();
        return new OrderLife(
                OrderLine.of(order),
                over,
                over && order.status() != OrderStatus.LEFT_OUT ? OrderLife.ShortfallLine.of(order.costs()) : null,
                schedule,
                fills(run, order, worked),
                amendments.stream().map(OrderLives::amended).toList(),
                bars == null || schedule.isEmpty() ? List.of() : market(schedule, bars, over));
    }

    private static OrderLife.AmendedLine amended(Amendment amendment) {
        Fill fill = amendment.fill();
        FillKey key = FillKey.of(fill);
        return switch (amendment) {
            case LateFillBooked _ -> line("late-fill", fill.executionId(), "", key, fill);
            case FillBusted bust -> line("bust", fill.executionId(), bust.by(), key, fill);
            case FillCorrected corrected ->
                line("correction", corrected.wrong().executionId(), fill.executionId(), key, fill);
        };
    }

    private static OrderLife.AmendedLine line(String what, String execution, String by, FillKey key, Fill fill) {
        return new OrderLife.AmendedLine(what, execution, by, key.venue(), key.day(), fill.quantity(), fill.price());
    }

    private static List<OrderLife.LifeFill> fills(RunRecord run, ExecutedOrder order, List<WorkedChild> worked) {
        List<Fill> fills = worked.stream()
                .flatMap(one -> one.fills().stream())
                .sorted(Comparator.comparing((Fill fill) -> fill.dateOr(run.date()))
                        .thenComparingLong(Fill::millis)
                        .thenComparing(Fill::venue)
                        .thenComparing(Fill::executionId))
                .toList();
        double arrival = order.arrival().doubleValue();
        List<OrderLife.LifeFill> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Fill fill : fills) {
            total = total.add(fill.quantity());
            lines.add(new OrderLife.LifeFill(
                    fill.executionId(),
                    fill.venue(),
                    fill.dateOr(run.date()),
                    Numbers.timeOfDay(fill.millis()),
                    fill.quantity(),
                    fill.price(),
                    total,
                    order.order().side().sign() * (fill.price().doubleValue() / arrival - 1) * 10_000));
        }
        return lines;
    }

    private static List<OrderLife.MarketBar> market(List<ScheduleLine> schedule, TapeBars bars, boolean over) {
        String shown = schedule.stream()
                .filter(line -> over || line.filled() != null)
                .map(ScheduleLine::until)
                .reduce("", (_, later) -> later);
        List<OrderLife.MarketBar> market = new ArrayList<>();
        for (int i = 0; i < bars.count(); i++) {
            String until = Numbers.timeOfDay(bars.untilMillis(i));
            if (until.compareTo(shown) > 0) {
                break;
            }
            market.add(new OrderLife.MarketBar(
                    Numbers.timeOfDay(bars.fromMillis(i)),
                    until,
                    bars.volume(i),
                    bars.low(i).orElse(null),
                    bars.high(i).orElse(null),
                    bars.last(i).orElse(null)));
        }
        return market;
    }
}
