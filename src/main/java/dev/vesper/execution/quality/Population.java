package dev.vesper.execution.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * What the reports count.
 *
 * @param firm its name
 * @param unreal why it is no record of real trading, for example {@code rehearsals}; empty where it is one
 * @param from first business date
 * @param to last business date
 * @param runs whose orders are counted
 * @param orders sorted by date, time sent and key
 */
public record Population(
        String firm,
        String unreal,
        LocalDate from,
        LocalDate to,
        List<String> runs,
        List<SentOrder> orders,
        List<LeftOut> leftOut) {
    public Population {
        runs = List.copyOf(runs);
        orders = List.copyOf(orders);
        leftOut = List.copyOf(leftOut);
    }

    public long fills() {
        return orders.stream().mapToLong(order -> order.fills().size()).sum();
    }
}
