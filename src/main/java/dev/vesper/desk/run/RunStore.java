package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs and their stages. Every save is one transaction and may be repeated. */
public interface RunStore {
    /** Opens a run with the next number of its date; the id is decided and stored in one transaction. */
    RunRecord open(LocalDate date, String firm, long seed, boolean rehearsal, Instant at);

    Optional<RunRecord> find(RunId run);

    /** Those of these that there are. */
    default Map<RunId, RunRecord> find(Collection<RunId> runs) {
        return runs.stream()
                .distinct()
                .flatMap(run -> find(run).stream())
                .collect(Collectors.toMap(RunRecord::id, Function.identity()));
    }

    /** Newest first. */
    default List<RunRecord> recent(int count) {
        return recent(null, count);
    }

    /**
     * Those that come after a run when the newest stands first.
     *
     * @param after where the page before ended; null for the newest
     */
    List<RunRecord> recent(@Nullable RunRecord after, int count);

    /** How many runs there are, by status; a status without runs may be left out. */
    Map<RunStatus, Long> counts();

    /** Says where a run stands; one that was abandoned stays abandoned, whoever comes late. */
    void status(RunId run, RunStatus status);

    /** Does what must not happen at the same time as another act of this kind: that a stage begins, and that a run is closed. */
    void alone(Runnable act);

    void stage(RunId run, StageRecord stage);

    /** In the order they were first started. */
    List<StageRecord> stages(RunId run);

    /** The same of several runs; one without stages may be left out. */
    default Map<RunId, List<StageRecord>> stages(Collection<RunId> runs) {
        return runs.stream().distinct().collect(Collectors.toMap(Function.identity(), this::stages));
    }
}
