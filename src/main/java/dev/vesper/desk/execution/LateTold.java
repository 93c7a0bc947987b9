package dev.vesper.desk.execution;

import dev.vesper.orders.slice.LateReport;
import java.util.List;

/**
 * What a venue told of one order while that was not at work: in this run, or since it began of an order of an earlier one.
 *
 * @param reports everything of its fills that was told, in the order heard; what is booked already may be among it
 */
public record LateTold(String venue, String clientOrderId, List<LateReport> reports) {
    public LateTold {
        reports = List.copyOf(reports);
    }
}
