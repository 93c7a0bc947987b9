package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which runs stand still on an engine whose log is not ours to read, as a cluster's is not: between two jobs of a day an
 * engine needs milliseconds, so a run that is under nobody's hands here, and of which nothing is handed out for long, has an
 * incident, a job that nobody works, or an instance that is gone.
 */
final class Silence {
    private final Duration patience;
    private final LongSupplier nanos;
    private final Map<RunId, Heard> runs = new HashMap<>();

    /**
     * What is heard of a run.
     *
     * @param hands jobs of it that are being worked here
     * @param until when something should have been heard, where there are none
     */
    private record Heard(int hands, long until) {}

    /**
     * Hears nothing yet.
     *
     * @param patience how long a run may be silent
     * @param nanos what has elapsed
     */
    Silence(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    Duration patience() {
        return patience;
    }

    /** The engine is to go on with a run from now on. */
    synchronized void expect(RunId run) {
        runs.merge(run, new Heard(0, until(Duration.ZERO)), (old, now) -> new Heard(old.hands, now.until));
    }

    synchronized void taken(RunId run) {
        runs.merge(run, new Heard(1, 0), (old, _) -> new Heard(old.hands + 1, old.until));
    }

    /** @param pause before the engine may hand out the same job again, where it was asked to */
    synchronized void released(RunId run, Duration pause) {
        runs.computeIfPresent(run, (_, old) -> new Heard(Math.max(0, old.hands - 1), until(pause)));
    }

    /** Nothing more is expected of a run: it has ended, or is known to stand still. */
    synchronized void forget(RunId run) {
        runs.remove(run);
    }

    /** The runs of which something should have been heard. */
    synchronized List<RunId> silent() {
        long now = nanos.getAsLong();
        return runs.entrySet().stream()
                .filter(run -> run.getValue().hands == 0 && now - run.getValue().until > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private long until(Duration pause) {
        return nanos.getAsLong() + patience.plus(pause).toNanos();
    }
}
