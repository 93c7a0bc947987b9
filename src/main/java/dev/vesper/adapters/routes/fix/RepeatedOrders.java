package dev.vesper.adapters.routes.fix;

import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which orders a session may repeat where the venue missed them. An order whose end is not known passes the gate again as it
 * did when it left; one that was denied after it had been handed to a session never leaves again, whatever is released later:
 * it counts as not sent.
 */
final class RepeatedOrders {
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private volatile Open open;

    /** Orders whose end is not known, by client order id, and what they pass. */
    private record Open(Map<String, ChildOrder> children, ChildGate gate) {}

    /**
     * Before the first slice.
     *
     * @param known what earlier tries of the run sent: their sessions may be asked for it as soon as they are logged on
     */
    RepeatedOrders(KnownOrders known, ChildGate gate) {
        known.outcomes().values().stream()
                .filter(outcome -> outcome.state() == ChildOutcome.State.DENIED)
                .forEach(outcome -> denied.add(outcome.clientOrderId()));
        open = new Open(
                byId(known.children().stream()
                        .filter(child -> !known.outcomes().containsKey(child.clientOrderId()))
                        .toList()),
                gate);
    }

    /** The children that are worked from now on. */
    void worked(List<ChildOrder> children, ChildGate gate) {
        open = new Open(byId(children), gate);
    }

    /** One that a session holds was denied. */
    void denied(String clientOrderId) {
        denied.add(clientOrderId);
    }

    /**
     * Repeats an order, unless it is stopped.
     *
     * @param leave sends it
     * @return why it was not sent; empty where it was
     */
    Optional<String> pass(String clientOrderId, Runnable leave) {
        if (denied.contains(clientOrderId)) {
            return Optional.of("it was denied");
        }
        Open now = open;
        ChildOrder child = now.children().get(clientOrderId);
        if (child != null) {
            return now.gate().pass(child, leave);
        }
        leave.run(); // of an earlier slice, and the venue told its end: it answers what it did, and does nothing twice
        return Optional.empty();
    }

    private static Map<String, ChildOrder> byId(List<ChildOrder> children) {
        Map<String, ChildOrder> byId = HashMap.newHashMap(children.size());
        children.forEach(child -> byId.put(child.clientOrderId(), child));
        return byId;
    }
}
