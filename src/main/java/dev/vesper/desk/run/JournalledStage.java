package dev.vesper.desk.run;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Writes in the store when a stage began, how it ended and why; a run that is closed does no more work. */
public final class JournalledStage implements Stage {
    private final Stage stage;
    private final RunStore store;
    private final InstantSource clock;
    private final boolean closing;

    /**
     * Wraps a stage.
     *
     * @param closing whether it is the last stage of a refused day: an abandoned run goes through it without a word
     */
    public JournalledStage(Stage stage, RunStore store, InstantSource clock, boolean closing) {
        this.stage = stage;
        this.store = store;
        this.clock = clock;
        this.closing = closing;
    }

    @Override
    public StageName name() {
        return stage.name();
    }

    @Override
    public StageResult run(RunId run) {
        Instant started = clock.instant(); // of this try: neither an earlier one nor the pause after it is its time
        if (!begins(run, started)) {
            if (closing) {
                return () -> "abandoned";
            }
            throw Problem.refused("Run " + run + " was abandoned; nothing more is done for it");
        }
        try {
            StageResult result = stage.run(run);
            write(run, started, clock.instant(), StageState.DONE, result.summary(), "");
            return result;
        } catch (Problem problem) {
            boolean refused = problem.kind() == Problem.Kind.REFUSED;
            write(
                    run,
                    started,
                    clock.instant(),
                    refused ? StageState.REFUSED : StageState.FAILED,
                    "",
                    message(problem));
            throw problem;
        } catch (RuntimeException fault) {
            write(run, started, clock.instant(), StageState.FAILED, "", message(fault));
            throw fault;
        }
    }

    /** False where the run is closed; whoever closes it afterwards sees that the stage is at work. */
    private boolean begins(RunId run, Instant started) {
        AtomicBoolean open = new AtomicBoolean();
        store.alone(() -> {
            RunRecord record =
                    store.find(run).orElseThrow(() -> Problem.unknown("Expected a run, but " + run + " is unknown"));
            if (record.status() != RunStatus.ABANDONED) {
                write(run, started, null, StageState.RUNNING, "", "");
                store.status(run, RunStatus.RUNNING);
                open.set(true);
            }
        });
        return open.get();
    }

    private void write(
            RunId run, Instant started, @Nullable Instant ended, StageState state, String result, String message) {
        store.stage(run, new StageRecord(name().stage(), state, started, ended, result, message));
    }

    private static String message(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
