package dev.vesper.desk.repair.move;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.StreamId;
import dev.vesper.desk.event.Told;
import dev.vesper.desk.run.EntryPoint;
import dev.vesper.desk.run.EntryPoints;
import java.util.List;
import java.util.Optional;

/** What people did with the tokens of runs: replayed from the stored events, which say where every later instance begins. */
public final class MoveLog implements EntryPoints {
    static final StreamId<MoveEvent> STREAM = new StreamId<>(MoveEvent.class, "moved-tokens");

    private final EventLog events;
    private final MoveRules rules = new MoveRules();

    public MoveLog(EventLog events) {
        this.events = events;
    }

    /**
     * Oldest first.
     *
     * @throws Problem of kind REFUSED where they were altered
     */
    List<Told<MoveEvent>> past() {
        try {
            return events.told(STREAM);
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    /**
     * Where the requests stand after these.
     *
     * @throws Problem as {@link #past}
     */
    MoveState state(List<Told<MoveEvent>> past) {
        try {
            return rules.replay(past.stream().map(Told::event).toList());
        } catch (BrokenHistory e) {
            throw altered(e);
        }
    }

    @Override
    public Optional<EntryPoint> of(RunId run, int attempt) {
        return state(past()).of(run.value()).agreed().reversed().stream()
                .filter(asked -> asked.attempt() < attempt)
                .findFirst()
                .map(MoveLog::entry);
    }

    static EntryPoint entry(MoveEvent.Asked asked) {
        return new EntryPoint(asked.call(), asked.process(), asked.element(), asked.variables());
    }

    private static Problem altered(BrokenHistory e) {
        return Problem.refused("Expected the events of moved tokens as they were stored, but " + e.getMessage()
                + "; ./vesper audit verify tells more");
    }
}
