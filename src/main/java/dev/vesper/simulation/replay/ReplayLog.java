package dev.vesper.simulation.replay;

import dev.vesper.execution.engine.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each child. */
final class ReplayLog {
    private final List<ReplayOrder> orders;
    private final Map<Long, ReplayedChild> children = new LinkedHashMap<>();
    private final List<ReplayedFill> fills = new ArrayList<>();

    ReplayLog(List<ReplayOrder> orders) {
        this.orders = orders;
    }

    List<ReplayedChild> children() {
        return List.copyOf(children.values());
    }

    List<ReplayedFill> fills() {
        return List.copyOf(fills);
    }

    void sent(Decision decision) {
        ReplayOrder order = orders.get(Math.toIntExact(decision.order()));
        children.put(
                decision.child(),
                new ReplayedChild(
                        children.size() + 1L,
                        order.id(),
                        order.side(),
                        decision.time(),
                        decision.time(),
                        decision.price(),
                        decision.lots() * order.lotUnits(),
                        0,
                        ReplayedChild.End.DAY_OVER));
    }

    void replaced(Decision decision) {
        children.computeIfPresent(decision.child(), (id, child) -> child.at(decision.price()));
    }

    void filled(long id, long nanos, long priceE4, long units, boolean resting) {
        children.computeIfPresent(id, (same, child) -> {
            fills.add(new ReplayedFill(child.number(), child.order(), nanos, priceE4, units, resting));
            return child.filled(units, nanos);
        });
    }

    void ended(long id, long nanos, boolean rejected) {
        children.computeIfPresent(
                id,
                (same, child) ->
                        child.ended(nanos, rejected ? ReplayedChild.End.REJECTED : ReplayedChild.End.CANCELLED));
    }

    void dayIsOver(long nanos) {
        children.replaceAll((id, child) ->
                child.end() == ReplayedChild.End.DAY_OVER ? child.ended(nanos, ReplayedChild.End.DAY_OVER) : child);
    }
}
