package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.InstanceKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which process instance works a run, as long as the test lives. */
public final class MemoryKeys implements InstanceKeys {
    private final Map<RunId, DayInstance> instances = new ConcurrentHashMap<>();

    @Override
    public Optional<DayInstance> find(RunId run) {
        return Optional.ofNullable(instances.get(run));
    }

    @Override
    public synchronized boolean replace(RunId run, Optional<DayInstance> expected, DayInstance next) {
        boolean as = find(run).equals(expected);
        if (as) {
            instances.put(run, next);
        }
        return as;
    }

    @Override
    public void forget() {
        instances.replaceAll((_, instance) -> instance.next());
    }
}
