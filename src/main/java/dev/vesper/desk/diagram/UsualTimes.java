package dev.vesper.desk.diagram;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.run.StageTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long the stages of a firm usually take: the median of its last runs that were done before. */
final class UsualTimes {
    /** How many runs are looked at. */
    private static final int RUNS = 20;

    private static final int SEARCHED = 200;

    private final RunStore runs;

    UsualTimes(RunStore runs) {
        this.runs = runs;
    }

    /** Milliseconds by stage, for each of some runs; a stage that no run had is absent. */
    Map<RunId, Map<ShownStage, Long>> before(Collection<RunRecord> looked) {
        List<RunRecord> recent = runs.recent(SEARCHED);
        Map<RunId, List<RunId>> others = looked.stream()
                .collect(Collectors.toMap(
                        RunRecord::id,
                        run -> recent.stream()
                                .filter(other -> other.firm().equals(run.firm())
                                        && other.status() == RunStatus.DONE
                                        && other.openedAt().isBefore(run.openedAt()))
                                .limit(RUNS)
                                .map(RunRecord::id)
                                .toList()));
        Map<RunId, List<StageRecord>> stages =
                runs.stages(others.values().stream().flatMap(List::stream).toList());
        Map<RunId, Map<ShownStage, Long>> usual = new HashMap<>();
        others.forEach((run, done) -> usual.put(
                run, medians(done.stream().flatMap(other -> stages.getOrDefault(other, List.of()).stream()))));
        return usual;
    }

    private static Map<ShownStage, Long> medians(Stream<StageRecord> stages) {
        Map<ShownStage, List<Long>> took = new HashMap<>();
        stages.filter(stage -> stage.state() == StageState.DONE).forEach(stage -> add(took, stage));
        Map<ShownStage, Long> median = new HashMap<>();
        took.forEach((stage, times) -> median.put(stage, median(times)));
        return median;
    }

    private static void add(Map<ShownStage, List<Long>> took, StageRecord stage) {
        StageTimes.of(stage)
                .map(Duration::toMillis)
                .ifPresent(millis -> took.computeIfAbsent(stage.name(), _ -> new ArrayList<>())
                        .add(millis));
    }

    /** The one in the middle; of two in the middle what lies between them. */
    static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
