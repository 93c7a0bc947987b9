package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A child order with what became of it.
 *
 * @param outcome how it ended, null while it works
 * @param fills ordered by trade date, market time, venue and execution id
 */
public record WorkedChild(ChildOrder child, @Nullable ChildOutcome outcome, List<Fill> fills) {
    public WorkedChild {
        fills = List.copyOf(fills);
    }
}
