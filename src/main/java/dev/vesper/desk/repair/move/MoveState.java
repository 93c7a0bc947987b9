package dev.vesper.desk.repair.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the requests stand.
 *
 * @param runs by the run's id
 * @param events how many events made it so
 */
record MoveState(Map<String, OfRun> runs, int events) {
    static final MoveState NOTHING = new MoveState(Map.of(), 0);

    MoveState {
        runs = Map.copyOf(runs);
    }

    /**
     * One run's.
     *
     * @param requests how many there were
     * @param open the one that waits for a second person
     * @param agreed those that two people agreed on, oldest first
     */
    record OfRun(int requests, Optional<MoveEvent.Asked> open, List<MoveEvent.Asked> agreed) {
        private static final OfRun NONE = new OfRun(0, Optional.empty(), List.of());

        OfRun {
            agreed = List.copyOf(agreed);
        }

        OfRun asked(MoveEvent.Asked asked) {
            return new OfRun(requests + 1, Optional.of(asked), agreed);
        }

        OfRun over() {
            return new OfRun(requests, Optional.empty(), agreed);
        }

        OfRun moved() {
            List<MoveEvent.Asked> all = new ArrayList<>(agreed);
            open.ifPresent(all::add);
            return new OfRun(requests, Optional.empty(), all);
        }
    }

    OfRun of(String run) {
        return runs.getOrDefault(run, OfRun.NONE);
    }

    MoveState with(String run, OfRun next) {
        Map<String, OfRun> all = new HashMap<>(runs);
        all.put(run, next);
        return new MoveState(all, events + 1);
    }
}
