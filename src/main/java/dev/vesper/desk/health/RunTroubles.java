package dev.vesper.desk.health;

import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs that stand still, and those whose stage takes far longer than a stage does. */
public final class RunTroubles {
    /** How long a stage may take before somebody should look; a large firm's longest takes minutes. */
    static final Duration LONGEST_STAGE = Duration.ofMinutes(60);

    private static final int LOOKED_AT = 1_000;

    private final RunStore runs;
    private final Incidents incidents;
    private final InstantSource clock;

    public RunTroubles(RunStore runs, Incidents incidents, InstantSource clock) {
        this.runs = runs;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** What is wrong, a run at a time; empty where every run goes on or has ended. */
    public Optional<String> find() {
        String all = runs.recent(LOOKED_AT).stream().flatMap(this::trouble).collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Stream<String> trouble(RunRecord run) {
        return switch (run.status()) {
            case FAILED ->
                Stream.of("run " + run.id() + " stands still: "
                        + incidents.open(run.id()).stream()
                                .map(Incident::what)
                                .reduce((_, newest) -> newest)
                                .orElse("its stage says why")
                        + " (./vesper runs show " + run.id() + ")");
            case RUNNING ->
                runs.stages(run.id()).stream()
                        .filter(this::tooLong)
                        .map(stage -> "run " + run.id() + " is in " + stage.name() + " since " + stage.startedAt());
            default -> Stream.empty();
        };
    }

    private boolean tooLong(StageRecord stage) {
        Instant now = clock.instant();
        return stage.state() == StageState.RUNNING
                && stage.startedAt().plus(LONGEST_STAGE).isBefore(now);
    }
}
