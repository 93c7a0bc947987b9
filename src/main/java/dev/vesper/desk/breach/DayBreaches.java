package dev.vesper.desk.breach;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.EventLog;
import java.util.List;

/** What a day began over, with owner and plan as they were then: the same whenever it is asked. */
public final class DayBreaches {
    private DayBreaches() {}

    /**
     * The oldest first; none where the day began over nothing.
     *
     * @throws Problem of kind REFUSED where the events were altered
     */
    public static List<BreachRecord> of(EventLog events, RunId run) {
        BreachRules rules = new BreachRules();
        BreachState state = rules.initial();
        try {
            for (BreachEvent event : events.read(TrackBreaches.STREAM)) {
                state = rules.apply(state, event);
                if (event instanceof BreachEvent.Seen day && day.run().equals(run.value())) {
                    return state.all().stream()
                            .filter(one -> one.stands() && one.book().equals(day.book()))
                            .map(TrackBreaches::record)
                            .toList();
                }
            }
        } catch (BrokenHistory e) {
            throw TrackBreaches.altered(e);
        }
        return List.of();
    }
}
