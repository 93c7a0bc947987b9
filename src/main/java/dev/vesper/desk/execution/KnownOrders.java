package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.math.BigDecimal;
import java.util.HashMap;
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

    /** Units that were filled, by parent id. */
    Map<String, BigDecimal> filled() {
        Map<String, BigDecimal> filled = new HashMap<>();
        for (ChildOrder child : children) {
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            if (outcome != null) {
                filled.merge(child.parentId(), outcome.filled(), BigDecimal::add);
            }
        }
        return filled;
    }
}
