package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.util.List;
import java.util.Map;

/**
 * What the house knows of the orders it sent, before the venues are opened: a venue must know it too.
 *
 * @param children every one that was decided; those of the last slice need not have left
 * @param outcomes how those ended whose end a venue told, by client order id
 */
public record KnownOrders(List<ChildOrder> children, Map<String, ChildOutcome> outcomes) {
    /** Of a run that is new. */
    public static final KnownOrders NONE = new KnownOrders(List.of(), Map.of());

    public KnownOrders {
        children = List.copyOf(children);
        outcomes = Map.copyOf(outcomes);
    }
}
