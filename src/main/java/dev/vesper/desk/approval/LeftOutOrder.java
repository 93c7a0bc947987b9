package dev.vesper.desk.approval;

import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Told;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * An order that somebody left out when they proposed or approved the trades of a run: it is never sent.
 *
 * @param order its id
 * @param reason why, as the person said
 */
public record LeftOutOrder(String order, String by, String reason, Instant at) {
    /**
     * All that was left out of the trades of a run, by order, in the order in which it was.
     *
     * @throws dev.vesper.basics.BrokenHistory where the events are not those that the audit log vouches for
     */
    public static SequencedMap<String, LeftOutOrder> of(EventLog events, RunId run) {
        SequencedMap<String, LeftOutOrder> orders = new LinkedHashMap<>();
        for (Told<FourEyesEvent> told : events.told(ApprovalHistory.stream(run))) {
            if (told.event() instanceof FourEyesEvent.LeftOut left) {
                left.orders()
                        .forEach(order ->
                                orders.put(order, new LeftOutOrder(order, left.by(), left.reason(), told.at())));
            }
        }
        return orders;
    }

    /** In a line: {@code left out by ben: too dear}. */
    public String words() {
        return "left out by " + by + ": " + reason;
    }
}
