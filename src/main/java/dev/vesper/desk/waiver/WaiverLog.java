package dev.vesper.desk.waiver;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.limits.waiver.Waivers;
import java.time.Instant;
import java.time.LocalDate;

/** The waivers as the stored events tell. */
public final class WaiverLog {
    private static final StreamId<WaiverEvent> STREAM = new StreamId<>(WaiverEvent.class, "waivers");

    private final Replays<WaiverEvent, WaiverState> replays;

    public WaiverLog(EventLog events) {
        WaiverRules rules = new WaiverRules();
        this.replays = new Replays<>(events, rules.initial(), rules::apply);
    }

    /**
     * All that happened, and where it stands.
     *
     * @throws Problem of kind REFUSED where the events were altered: then nobody knows what is waived, and nothing is judged
     */
    Replays.Replay<WaiverEvent, WaiverState> now() {
        try {
            return replays.of(STREAM);
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the waivers as they were stored, but " + e.getMessage()
                    + "; ./vesper audit verify tells more");
        }
    }

    /**
     * By which a run is judged: what two people had agreed to when it began, and nobody had revoked by then, on its date.
     *
     * @throws Problem as {@link #now}
     */
    public Waivers of(Instant begun, LocalDate date) {
        WaiverRules rules = new WaiverRules();
        WaiverState state = rules.initial();
        for (Told<WaiverEvent> told : now().past()) {
            if (told.at().isAfter(begun)) {
                break;
            }
            state = rules.apply(state, told.event());
        }
        return state.inForce(date);
    }
}
