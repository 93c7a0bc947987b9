package dev.vesper.testing;

import dev.vesper.execution.cost.SentChildren;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts children by their parent, one after the other, as the store's queries must. */
public final class Sent {
    private Sent() {}

    public static Map<String, SentChildren> of(List<ChildOrder> children, Map<String, ChildOutcome> outcomes) {
        Map<String, SentChildren> sent = new HashMap<>();
        for (ChildOrder child : children) {
            SentChildren before = sent.getOrDefault(child.parentId(), SentChildren.NONE);
            ChildOutcome end = outcomes.get(child.clientOrderId());
            String reason = end == null || !before.reason().isEmpty() ? before.reason() : end.reason();
            sent.put(
                    child.parentId(),
                    new SentChildren(before.sent() + 1, before.ended() + (end == null ? 0 : 1), reason));
        }
        return sent;
    }
}
