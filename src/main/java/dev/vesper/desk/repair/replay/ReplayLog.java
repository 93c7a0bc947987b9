package dev.vesper.desk.repair.replay;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import java.util.List;

/** What people decided about replaying days, from the stored events. */
public final class ReplayLog {
    static final StreamId<ReplayEvent> STREAM = new StreamId<>(ReplayEvent.class, "replayed-days");

    private final EventLog events;
    private final ReplayRules rules = new ReplayRules();

    public ReplayLog(EventLog events) {
        this.events = events;
    }

    /**
     * Oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered
     */
    List<Told<ReplayEvent>> past() {
        try {
            return events.readAll(ReplayEvent.class, STREAM.value());
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    /**
     * Where the requests stand after these.
     *
     * @throws Problem as {@link #past}
     */
    ReplayState state(List<Told<ReplayEvent>> past) {
        try {
            return rules.replay(past.stream().map(Told::event).toList());
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    private static Problem altered(BrokenHistory e) {
        return Problem.refused("Expected the events of replayed days as they were stored, but " + e.getMessage()
                + "; ./vesper audit verify tells more");
    }
}
