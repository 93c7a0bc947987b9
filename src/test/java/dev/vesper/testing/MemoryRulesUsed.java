package dev.vesper.testing;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RulesUsed;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which rules judged runs, as long as the test lives. */
public final class MemoryRulesUsed implements RulesUsed {
    private final Map<RunId, SortedMap<String, String>> versions = new ConcurrentHashMap<>();

    @Override
    public void save(RunId run, SortedMap<String, String> rules) {
        versions.put(run, rules);
    }

    @Override
    public Optional<SortedMap<String, String>> of(RunId run) {
        return Optional.ofNullable(versions.get(run));
    }
}
