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
    private final Map<RunId, Book> books = new LinkedHashMap<>();

    /** What is kept of one run. */
    private record Book(Map<String, ChildOrder> children, Map<String, ChildOutcome> outcomes, Map<String, Fill> fills) {
        Book() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    @Override
    public void saveChildren(RunId run, List<ChildOrder> added) {
        added.forEach(child -> book(run).children.putIfAbsent(child.clientOrderId(), child));
    }

    @Override
    public void saveOutcomes(RunId run, List<ChildOutcome> ended, List<Fill> booked) {
        ended.forEach(outcome -> book(run).outcomes.put(outcome.clientOrderId(), outcome));
        booked.forEach(fill -> book(run).fills.putIfAbsent(fill.venue() + " " + fill.executionId(), fill));
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        return new ArrayList<>(book(run).children.values());
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return new LinkedHashMap<>(book(run).outcomes);
    }

    @Override
    public List<Fill> fills(RunId run) {
        return book(run).fills.values().stream()
                .sorted(Comparator.comparingLong(Fill::millis)
                        .thenComparing(Fill::venue)
                        .thenComparing(Fill::executionId))
                .toList();
    }

    private Book book(RunId run) {
        return books.computeIfAbsent(run, r -> new Book());
    }
}
