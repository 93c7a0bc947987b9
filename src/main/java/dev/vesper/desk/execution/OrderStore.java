package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.List;
import java.util.Map;

/** Children and fills of a run. Every save is one transaction and may be repeated. */
public interface OrderStore {
    /** Stores children before they are sent; those already stored are left as they are. */
    void saveChildren(RunId run, List<ChildOrder> children);

    /** Books fills exactly once for each (venue, execution id), and how the children of one slice ended. */
    void saveOutcomes(RunId run, List<ChildOutcome> outcomes, List<Fill> fills);

    /** In the order they were decided. */
    List<ChildOrder> children(RunId run);

    Map<String, ChildOutcome> outcomes(RunId run);

    /** Ordered by market time, venue and execution id. */
    List<Fill> fills(RunId run);
}
