package dev.vesper.execution.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * What the reports count.
 *
 * @param firm its name
 * @param rehearsal whether these are rehearsals, in which nothing was really sent
 * @param from first business date
 * @param to last business date
 * @param runs whose orders are counted
 * @param orders sorted by date, time sent and key
 */
public record Population(
        String firm,
        boolean rehearsal,
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
