package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order store in memory that keeps the promises of the port; it outlives the objects of a "killed" run. */
public final class MemoryOrderStore implements OrderStore {
    private final Map<String, ChildOrder> children = new LinkedHashMap<>();
    private final Map<String, ChildOutcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Fill> fills = new LinkedHashMap<>();

    @Override
    public void saveChildren(RunId run, List<ChildOrder> added) {
        added.forEach(child -> children.putIfAbsent(child.clientOrderId(), child));
    }

    @Override
    public void saveOutcomes(RunId run, List<ChildOutcome> ended, List<Fill> booked) {
        ended.forEach(outcome -> outcomes.put(outcome.clientOrderId(), outcome));
        booked.forEach(fill -> fills.putIfAbsent(fill.venue() + " " + fill.executionId(), fill));
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        return new ArrayList<>(children.values());
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return new LinkedHashMap<>(outcomes);
    }

    @Override
    public List<Fill> fills(RunId run) {
        return fills.values().stream()
                .sorted(Comparator.comparingLong(Fill::millis)
                        .thenComparing(Fill::venue)
                        .thenComparing(Fill::executionId))
                .toList();
    }
}
