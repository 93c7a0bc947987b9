package dev.vesper.app.wiring;

import dev.vesper.basics.RunId;
import dev.vesper.desk.event.Append;
import dev.vesper.desk.execution.OrderCounts;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.execution.WorkedChild;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.slice.SliceEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Orders as they are kept, with what becomes of them counted while it is booked. */
final class CountedOrders implements OrderStore {
    private final OrderStore kept;
    private final Map<ChildOutcome.State, Counter> ended = new EnumMap<>(ChildOutcome.State.class);
    private final Counter fills;

    CountedOrders(OrderStore kept, MeterRegistry meters) {
        this.kept = kept;
        for (ChildOutcome.State state : ChildOutcome.State.values()) {
            ended.put(
                    state,
                    Counter.builder("vesper.orders")
                            .description("Child orders by how they ended, since this process started")
                            .tag("outcome", state.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        fills = Counter.builder("vesper.fills")
                .description("Fills booked since this process started")
                .register(meters);
    }

    @Override
    public void saveChildren(RunId run, List<ChildOrder> children, Append<SliceEvent> events, Instant at) {
        kept.saveChildren(run, children, events, at);
    }

    @Override
    public void saveOutcomes(
            RunId run, List<ChildOutcome> outcomes, List<Fill> filled, Append<SliceEvent> events, Instant at) {
        kept.saveOutcomes(run, outcomes, filled, events, at);
        for (ChildOutcome outcome : outcomes) {
            Counter counter = ended.get(outcome.state());
            if (counter != null) {
                counter.increment();
            }
        }
        fills.increment(filled.size());
    }

    @Override
    public void amend(RunId run, Append<SliceEvent> event, Instant at, String detail) {
        kept.amend(run, event, at, detail);
    }

    @Override
    public void lateDenied(RunId run, Instant at, String detail) {
        kept.lateDenied(run, at, detail);
    }

    @Override
    public Set<RunId> amended() {
        return kept.amended();
    }

    @Override
    public void vouch(RunId run, Instant at, String detail, boolean rehearsal) {
        kept.vouch(run, at, detail, rehearsal);
    }

    @Override
    public List<SliceEvent> history(RunId run) {
        return kept.history(run);
    }

    @Override
    public List<ChildOrder> children(RunId run) {
        return kept.children(run);
    }

    @Override
    public Map<String, ChildOutcome> outcomes(RunId run) {
        return kept.outcomes(run);
    }

    @Override
    public List<WorkedChild> worked(RunId run, String parent, int from, int most) {
        return kept.worked(run, parent, from, most);
    }

    @Override
    public Map<String, SentChildren> sent(RunId run) {
        return kept.sent(run);
    }

    @Override
    public OrderCounts counts(RunId run) {
        return kept.counts(run);
    }

    @Override
    public List<Fill> booked(RunId run) {
        return kept.booked(run);
    }

    @Override
    public List<Fill> fills(RunId run) {
        return kept.fills(run);
    }
}
