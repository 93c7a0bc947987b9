package dev.vesper.desk.killswitch;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.execution.killswitch.KillEvent;
import dev.vesper.execution.killswitch.KillState;
import dev.vesper.execution.killswitch.KillSwitch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people did to the kill switches: replayed from the stored events. */
final class KillLog {
    static final StreamId<KillEvent> STREAM = new StreamId<>(KillEvent.class, "kill-switches");

    private final EventLog events;
    private final KillSwitch switches = new KillSwitch();

    KillLog(EventLog events) {
        this.events = events;
    }

    /** What the audit log calls a kill switch. */
    static String subject(String id) {
        return "kill/" + id;
    }

    /**
     * Oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered: then nobody knows what is stopped, and nothing is sent
     */
    List<Told<KillEvent>> past() {
        try {
            return events.readAll(KillEvent.class, STREAM.value());
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    /**
     * Where the switches stand after these.
     *
     * @throws Problem as {@link #past}
     */
    KillState state(List<Told<KillEvent>> past) {
        try {
            return switches.replay(past.stream().map(Told::event).toList());
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    private static Problem altered(BrokenHistory e) {
        return Problem.refused("Expected the events of the kill switches as they were stored, but " + e.getMessage()
                + "; nothing is sent until that is clear, ./vesper audit verify tells more");
    }

    /** Every switch with who did what to it and when, oldest first. */
    static List<KillRecord> records(List<Told<KillEvent>> past) {
        Map<String, KillRecord> records = new LinkedHashMap<>();
        for (Told<KillEvent> told : past) {
            switch (told.event()) {
                case KillEvent.Pressed(String id, var scope, String by, String reason) ->
                    records.put(
                            id,
                            new KillRecord(
                                    id,
                                    scope.kind(),
                                    scope.name(),
                                    true,
                                    by,
                                    told.at(),
                                    reason,
                                    null,
                                    null,
                                    "",
                                    null,
                                    null));
                case KillEvent.ReleaseAsked(String id, int ignored, String by, String reason) ->
                    records.computeIfPresent(id, (_, kill) -> kill.asked(by, told.at(), reason));
                case KillEvent.ReleaseRefused(String id, int ignored, var by, var reason) ->
                    records.computeIfPresent(id, (_, kill) -> kill.refused());
                case KillEvent.Released(String id, int ignored, String by, var reason) ->
                    records.computeIfPresent(id, (_, kill) -> kill.released(by, told.at()));
                case KillEvent.RestGivenUp _ -> {
                    // of a run, not of a switch
                }
            }
        }
        return List.copyOf(records.values());
    }
}
