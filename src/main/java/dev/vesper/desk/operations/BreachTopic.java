package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.breach.TrackBreaches;
import java.util.List;
import java.util.function.Supplier;

/** Breaches of limits, for one caller. */
record BreachTopic(Guard guard, Supplier<TrackBreaches> tracked) implements Breaches {
    @Override
    public List<BreachRecord> all() {
        return tracked.get().all();
    }

    @Override
    public BreachRecord show(String breach) {
        return tracked.get().find(breach);
    }

    @Override
    public BreachRecord take(String breach, String owner, String plan) {
        String by = guard.named(
                Permission.ANSWER_TASKS,
                "say who looks after a breach",
                () -> tracked.get().find(breach).rehearsal());
        return tracked.get().take(breach, Bounds.line(owner), Bounds.line(plan), by);
    }
}
