package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes in the store when a stage began, how it ended and why; a run that is closed does no more work. */
public final class JournalledStage implements Stage {
    /** The last stage of a refused day; an abandoned run goes through it without a word. */
    private static final String CLOSING = "close-refused";

    private final Stage stage;
    private final RunStore store;
    private final InstantSource clock;

    public JournalledStage(Stage stage, RunStore store, InstantSource clock) {
        this.stage = stage;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return stage.name();
    }

    @Override
    public String stage() {
        return stage.stage();
    }

    @Override
    public Map<String, Object> run(RunId run) {
        RunRecord record =
                store.find(run).orElseThrow(() -> Problem.usage("Expected a run, but " + run + " is unknown"));
        if (record.status() == RunStatus.ABANDONED) {
            if (stage.name().equals(CLOSING)) {
                return Map.of("summary", "abandoned");
            }
            throw Problem.refused("Run " + run + " was abandoned; nothing more is done for it");
        }
        Instant started = store.stages(run).stream()
                .filter(s -> s.name().equals(stage()))
                .map(StageRecord::startedAt)
                .findFirst()
                .orElseGet(clock::instant);
        write(run, started, null, "running", "", "");
        store.status(run, RunStatus.RUNNING);
        try {
            Map<String, Object> variables = stage.run(run);
            write(run, started, clock.instant(), "done", String.valueOf(variables.getOrDefault("summary", "")), "");
            return variables;
        } catch (Problem problem) {
            boolean refused = problem.kind() == Problem.Kind.REFUSED;
            write(run, started, clock.instant(), refused ? "refused" : "failed", "", message(problem));
            throw problem;
        } catch (RuntimeException fault) {
            write(run, started, clock.instant(), "failed", "", message(fault));
            throw fault;
        }
    }

    private void write(
            RunId run, Instant started, @Nullable Instant ended, String state, String result, String message) {
        store.stage(run, new StageRecord(stage(), state, started, ended, result, message));
    }

    private static String message(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
