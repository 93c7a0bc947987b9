package dev.vesper.desk.repair;

import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.execution.OrderStore;
import dev.vesper.desk.rebalance.RebalanceStore;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.WorkingSession;
import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ParentOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds what it costs that runs stand still. */
public final class Costs {
    private final RebalanceStore decisions;
    private final OrderStore orders;
    private final EventLog events;
    private final Sessions sessions;

    public Costs(RebalanceStore decisions, OrderStore orders, EventLog events, Sessions sessions) {
        this.decisions = decisions;
        this.orders = orders;
        this.events = events;
        this.sessions = sessions;
    }

    /**
     * Looks at one run.
     *
     * @param now by the clock
     */
    Cost of(RunRecord run, Instant now) {
        Set<String> leftOut = readable(() -> LeftOutOrder.of(events, run.id()).keySet())
                .map(Set::copyOf)
                .orElse(Set.of());
        List<ParentOrder> parents = decisions.orders(run.id()).orElse(List.of()).stream()
                .filter(order -> !leftOut.contains(order.id()))
                .toList();
        if (parents.isEmpty()) {
            return Cost.of(0, 0, 0, "", null, now);
        }
        Map<String, SentChildren> sent = readable(() -> orders.sent(run.id())).orElse(Map.of());
        int unsent = (int) parents.stream()
                .filter(parent ->
                        sent.getOrDefault(parent.id(), SentChildren.NONE).sent() == 0)
                .count();
        int open = sent.values().stream()
                .mapToInt(children -> children.sent() - children.ended())
                .sum();
        Optional<WorkingSession> session = unsent == 0
                ? Optional.empty()
                : readable(() -> sessions.first(run)).flatMap(one -> one);
        return Cost.of(
                parents.size(),
                unsent,
                open,
                session.map(WorkingSession::toString).orElse(""),
                session.map(Costs::closes).orElse(null),
                now);
    }

    private static Instant closes(WorkingSession session) {
        return session.date()
                .atTime(session.closes())
                .atZone(session.market().zone())
                .toInstant();
    }

    /** What broke the run may keep this from being read too; the page is shown all the same. */
    private static <T> Optional<T> readable(Supplier<T> what) {
        try {
            return Optional.of(what.get());
        } catch (Problem | dev.vesper.basics.BrokenHistory unreadable) {
            return Optional.empty();
        }
    }
}
