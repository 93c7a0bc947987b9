package dev.vesper.orders.state;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of an {@link OrderState} while the next one is made. */
final class OrderFacts {
    private final OrderState before;
    boolean sent;
    String withheld;
    boolean acknowledged;
    boolean pendingCancel;
    boolean unknown;
    String doubt;
    final SortedMap<String, Execution> executions;
    final Set<String> replaced;
    final Set<String> corrections;
    final Set<OrderEnd> ends;
    String reason;

    OrderFacts(OrderState before) {
        this.before = before;
        sent = before.sent();
        withheld = before.withheld();
        acknowledged = before.acknowledged();
        pendingCancel = before.pendingCancel();
        unknown = before.unknown();
        doubt = before.doubt();
        executions = new TreeMap<>(before.executions());
        replaced = new HashSet<>(before.replaced());
        corrections = new HashSet<>(before.corrections());
        ends = new HashSet<>(before.ends());
        reason = before.reason();
    }

    OrderState state() {
        return new OrderState(
                before.quantity(),
                sent,
                withheld,
                acknowledged,
                pendingCancel,
                unknown,
                doubt,
                executions,
                replaced,
                corrections,
                ends,
                reason);
    }
}
