package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.killswitch.KillScope;
import java.util.List;
import java.util.function.Supplier;

/** The kill switches, for one caller. They stop rehearsals and real days alike, so a name alone is no name for them. */
record KillTopic(Guard guard, Supplier<KillSwitches> kills, RunStore runs) implements Kills {
    @Override
    public List<KillRecord> all() {
        return kills.get().all();
    }

    @Override
    public List<KillRecord> on() {
        return kills.get().on();
    }

    @Override
    public KillRecord press(KillKind kind, String name, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "press a kill switch", () -> false);
        return kills.get().press(KillScope.of(kind, name), by, Bounds.line(reason));
    }

    @Override
    public KillRecord release(String id, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "ask for the release of a kill switch", () -> false);
        return kills.get().askRelease(id, by, Bounds.line(reason));
    }

    @Override
    public RunRecord giveUpRest(RunId run, String reason) {
        String by = guard.named(Permission.STOP_TRADING, "give up the rest of run " + run, () -> false);
        RunRecord known = runs.find(run)
                .orElseThrow(() ->
                        Problem.unknown("Expected a run, but " + run + " is unknown; ./vesper runs list shows them"));
        kills.get().giveUpRest(known.id(), by, Bounds.line(reason));
        return known;
    }
}
