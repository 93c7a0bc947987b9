package dev.vesper.desk.breaker;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.breaker.BreakerEvent;
import dev.vesper.execution.breaker.BreakerPosition;
import dev.vesper.execution.breaker.BreakerState;
import dev.vesper.execution.breaker.Breakers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened to the breakers of runs: replayed from the stored events, a stream for each run. */
final class BreakerLog {
    private static final String PREFIX = "venue-breakers/";

    private final EventLog events;
    private final Breakers breakers = new Breakers();

    BreakerLog(EventLog events) {
        this.events = events;
    }

    static StreamId<BreakerEvent> stream(RunId run) {
        return new StreamId<>(BreakerEvent.class, PREFIX + run);
    }

    /**
     * Oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered: then nobody knows which venue may get orders
     */
    List<Told<BreakerEvent>> past(RunId run) {
        try {
            List<Told<BreakerEvent>> past =
                    events.<BreakerEvent>readAll(BreakerEvent.class, stream(run).value()).stream()
                            .filter(told -> told.stream().equals(stream(run)))
                            .toList();
            breakers.replay(past.stream().map(Told::event).toList()); // what cannot have happened is told to nobody
            return past;
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the events of the venues' breakers as they were stored, but "
                    + e.getMessage() + "; nothing is sent until that is clear, ./vesper audit verify tells more");
        }
    }

    /** Where they stand. */
    BreakerState state(RunId run) {
        return breakers.replay(past(run).stream().map(Told::event).toList());
    }

    /** Where they stand, with when and why, by venue in the order in which they first moved. */
    Map<String, BreakerRecord> records(RunRecord run) {
        boolean over = run.status().ended();
        Map<String, BreakerRecord> records = new LinkedHashMap<>();
        for (Told<BreakerEvent> told : past(run.id())) {
            BreakerEvent event = told.event();
            BreakerRecord before =
                    records.getOrDefault(event.venue(), BreakerRecord.untouched(run.id(), event.venue(), over));
            records.put(event.venue(), after(before, told));
        }
        return records;
    }

    private static BreakerRecord after(BreakerRecord before, Told<BreakerEvent> told) {
        int slice = told.event().slice();
        return switch (told.event()) {
            case BreakerEvent.Tripped tripped ->
                before.moved(BreakerPosition.OPEN, slice, told.at(), tripped.what(), "");
            case BreakerEvent.HalfOpened _ ->
                before.moved(BreakerPosition.HALF_OPEN, slice, told.at(), before.why(), "");
            case BreakerEvent.Recovered _ ->
                before.moved(BreakerPosition.CLOSED, slice, told.at(), "the order that was tried was taken", "");
            case BreakerEvent.OpenedByHand(var ignored, int at, String by, String reason) ->
                before.moved(BreakerPosition.OPEN, at, told.at(), reason, by);
            case BreakerEvent.ClosedByHand(var ignored, int at, String by, String reason) ->
                before.moved(BreakerPosition.CLOSED, at, told.at(), reason, by);
        };
    }
}
