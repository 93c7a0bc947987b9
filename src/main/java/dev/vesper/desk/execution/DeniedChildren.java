package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import java.util.Map;
import java.util.Optional;

/** The gate of one slice before children that the engine's own gate denied: none of them leaves. The others pass what is behind. */
final class DeniedChildren implements ChildGate {
    private final Map<String, String> why;
    private final ChildGate behind;

    /** @param why for people, by client order id */
    DeniedChildren(Map<String, String> why, ChildGate behind) {
        this.why = Map.copyOf(why);
        this.behind = behind;
    }

    @Override
    public Optional<String> stopped(ChildOrder child) {
        return denied(child).or(() -> behind.stopped(child));
    }

    @Override
    public Optional<String> pass(ChildOrder child, Runnable leave) {
        Optional<String> denied = denied(child);
        return denied.isPresent() ? denied : behind.pass(child, leave);
    }

    private Optional<String> denied(ChildOrder child) {
        return Optional.ofNullable(why.get(child.clientOrderId()));
    }
}
