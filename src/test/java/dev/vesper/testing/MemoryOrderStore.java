package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent;
import java.time.Instant;
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

    private final List<SliceEvent> events = new ArrayList<>();
    private boolean vouched;

    @Override
    public void saveChildren(RunId run, List<ChildOrder> added, Append<SliceEvent> appended, Instant at) {
        if (append(appended)) {
            added.forEach(child -> children.putIfAbsent(child.clientOrderId(), child));
        }
    }

    @Override
    public void saveOutcomes(
            RunId run, List<ChildOutcome> ended, List<Fill> booked, Append<SliceEvent> appended, Instant at) {
        if (append(appended)) {
            ended.forEach(outcome -> outcomes.put(outcome.clientOrderId(), outcome));
            booked.forEach(fill -> fills.putIfAbsent(fill.venue() + " " + fill.executionId(), fill));
        }
    }

    /** Whether something was appended; what is there already, word for word, is not. */
    private boolean append(Append<SliceEvent> appended) {
        int end = appended.expected() + appended.events().size();
        if (end <= events.size() && events.subList(appended.expected(), end).equals(appended.events())) {
            return false;
        }
        if (events.size() != appended.expected()) {
            throw new IllegalStateException(
                    "Expected " + appended.expected() + " events, but there are " + events.size());
        }
        return events.addAll(appended.events());
    }

    @Override
    public void vouch(RunId run, Instant at, String detail, boolean rehearsal) {
        vouched = !events.isEmpty();
    }

    public boolean vouched() {
        return vouched;
    }

    @Override
    public List<SliceEvent> history(RunId run) {
        return List.copyOf(events);
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
