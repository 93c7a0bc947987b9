package dev.vesper.desk.execution;

import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.execution.killswitch.Kill;
import dev.vesper.execution.killswitch.KillState;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ParentOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The children of one run that a kill switch stops. */
final class KilledChildren implements ChildGate {
    private final KillSwitches switches;
    private final RunId run;
    private final Map<String, ParentOrder> parents;

    /** Of these parents of a run. */
    static KilledChildren of(KillSwitches switches, RunId run, List<ParentOrder> parents) {
        Map<String, ParentOrder> byId = HashMap.newHashMap(parents.size());
        parents.forEach(parent -> byId.put(parent.id(), parent));
        return new KilledChildren(switches, run, byId);
    }

    /** @param parents by id */
    KilledChildren(KillSwitches switches, RunId run, Map<String, ParentOrder> parents) {
        this.switches = switches;
        this.run = run;
        this.parents = parents;
    }

    @Override
    public Optional<String> stopped(ChildOrder child) {
        return stopping(switches.now(), child).map(Kill::line);
    }

    @Override
    public Optional<String> pass(ChildOrder child, Runnable leave) {
        return switches.pass(state -> stopping(state, child), leave).map(Kill::line);
    }

    /**
     * Waits while everything that a slice would send is stopped, until something of it is released or somebody gives up the
     * rest of the run. The market's time stands still meanwhile: no venue is told a later one.
     *
     * @param waits told once, in words, where there is something to wait for
     */
    void await(List<ChildOrder> due, Consumer<String> waits) {
        KillState state = switches.fresh();
        boolean told = false;
        while (!due.isEmpty() && !state.givenUp().contains(run.value()) && allStopped(state, due)) {
            if (!told) {
                waits.accept(stopping(state, due.getFirst()).orElseThrow().line());
                told = true;
            }
            state = switches.changed(state);
        }
    }

    private boolean allStopped(KillState state, List<ChildOrder> due) {
        return due.stream().allMatch(child -> stopping(state, child).isPresent());
    }

    private Optional<Kill> stopping(KillState state, ChildOrder child) {
        if (state.on().isEmpty()) {
            return Optional.empty();
        }
        ParentOrder parent = parents.get(child.parentId());
        return parent == null ? Optional.empty() : state.stopping(parent.account(), parent.strategy(), child.venue());
    }
}
