package dev.vesper.desk.repair.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the requests stand.
 *
 * @param runs by the run's id
 * @param events how many events made it so
 */
record ReplayState(Map<String, OfRun> runs, int events) {
    static final ReplayState NOTHING = new ReplayState(Map.of(), 0);

    ReplayState {
        runs = Map.copyOf(runs);
    }

    /**
     * One run's.
     *
     * @param requests how many there were
     * @param open the one that waits for a second person
     * @param agreed whether two people agreed: then the run is superseded, and nobody asks about it any more
     */
    record OfRun(int requests, Optional<ReplayEvent.Asked> open, boolean agreed) {
        private static final OfRun NONE = new OfRun(0, Optional.empty(), false);

        OfRun asked(ReplayEvent.Asked asked) {
            return new OfRun(requests + 1, Optional.of(asked), agreed);
        }

        OfRun over(boolean yes) {
            return new OfRun(requests, Optional.empty(), yes);
        }
    }

    OfRun of(String run) {
        return runs.getOrDefault(run, OfRun.NONE);
    }

    ReplayState with(String run, OfRun next) {
        Map<String, OfRun> all = new HashMap<>(runs);
        all.put(run, next);
        return new ReplayState(all, events + 1);
    }
}
