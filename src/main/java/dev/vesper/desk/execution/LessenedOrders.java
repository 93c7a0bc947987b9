package dev.vesper.desk.execution;

import dev.vesper.desk.rebalance.LeftNow;
import dev.vesper.orders.ChildOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The gate of one slice where rules that were changed leave less of an order than was approved: a child with which more would be
 * filled than that is stopped, also where they change within the slice. What rests at a venue then is stopped too, if it would
 * be too much together with all that left before. What it lets through still passes the gate behind it.
 */
final class LessenedOrders implements ChildGate {
    private final ChildGate behind;
    private final Supplier<Map<String, LeftNow>> less;
    /** Units filled of a parent before the slice and let through in it. */
    private final Map<String, BigDecimal> traded = new HashMap<>();

    private final Set<String> passed = new HashSet<>();

    /**
     * @param less by parent id; asked for each child
     * @param filled units filled before the slice, by parent id
     */
    LessenedOrders(ChildGate behind, Supplier<Map<String, LeftNow>> less, Map<String, BigDecimal> filled) {
        this.behind = behind;
        this.less = less;
        this.traded.putAll(filled);
    }

    @Override
    public synchronized Optional<String> stopped(ChildOrder child) {
        return beyond(child).or(() -> behind.stopped(child));
    }

    @Override
    public synchronized Optional<String> pass(ChildOrder child, Runnable leave) {
        Optional<String> why = beyond(child);
        if (why.isPresent()) {
            return why;
        }
        Optional<String> stopped = behind.pass(child, leave);
        if (stopped.isEmpty() && passed.add(child.clientOrderId())) {
            traded.merge(child.parentId(), child.quantity(), BigDecimal::add);
        }
        return stopped;
    }

    private Optional<String> beyond(ChildOrder child) {
        LeftNow left = less.get().get(child.parentId());
        if (left == null) {
            return Optional.empty();
        }
        BigDecimal before = traded.getOrDefault(child.parentId(), BigDecimal.ZERO);
        BigDecimal with = passed.contains(child.clientOrderId()) ? before : before.add(child.quantity());
        return with.compareTo(left.units()) > 0 ? Optional.of(left.why()) : Optional.empty();
    }
}
