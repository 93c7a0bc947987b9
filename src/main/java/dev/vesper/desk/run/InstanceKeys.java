package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which process instance works a run, so that two never do. The engine's client cannot search, so what is not
 * written down here is not known.
 */
public interface InstanceKeys {
    Optional<DayInstance> find(RunId run);

    /** Of those of these runs that have one. */
    default Map<RunId, DayInstance> find(Collection<RunId> runs) {
        Map<RunId, DayInstance> found = new HashMap<>();
        runs.forEach(run -> find(run).ifPresent(instance -> found.put(run, instance)));
        return found;
    }

    /**
     * Compares and sets in one transaction, durable on return.
     *
     * @param expected what {@link #find} answered; empty where nothing may be stored yet
     * @return false where something else is stored (nothing is changed then)
     */
    boolean replace(RunId run, Optional<DayInstance> expected, DayInstance next);

    /**
     * Forgets the instance of every run: each goes on with its next attempt. For an engine that is another one, which would
     * give keys again that stand for other instances here.
     */
    void forget();
}
