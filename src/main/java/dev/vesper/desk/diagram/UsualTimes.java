package dev.vesper.desk.diagram;

import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.run.StageTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the stages of a firm usually take: the median of its last runs that were done before. */
final class UsualTimes {
    /** How many runs are looked at. */
    private static final int RUNS = 20;

    private static final int SEARCHED = 200;

    private final RunStore runs;

    UsualTimes(RunStore runs) {
        this.runs = runs;
    }

    /** Milliseconds by stage; a stage that no run had is absent. */
    Map<ShownStage, Long> before(RunRecord run) {
        Map<ShownStage, List<Long>> took = new HashMap<>();
        runs.recent(SEARCHED).stream()
                .filter(other -> other.firm().equals(run.firm())
                        && other.status() == RunStatus.DONE
                        && other.openedAt().isBefore(run.openedAt()))
                .limit(RUNS)
                .flatMap(other -> runs.stages(other.id()).stream())
                .filter(stage -> stage.state() == StageState.DONE)
                .forEach(stage -> add(took, stage));
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
