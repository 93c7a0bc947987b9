package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import java.util.Optional;
import java.util.SortedMap;

/** Which rules judged which run; they may be others by the time of its report. */
public interface RulesUsed {
    /**
     * A run is about to be judged; once more, with other rules perhaps, where it is judged again after a crash.
     *
     * @param versions by path
     */
    void save(RunId run, SortedMap<String, String> versions);

    /** Empty where the run has not been judged. */
    Optional<SortedMap<String, String>> of(RunId run);
}
