package dev.vesper.desk.run;

import java.util.OptionalLong;

/**
 * Which process instance works a run.
 *
 * @param attempt counts from 1; a run whose instance got stuck or lost is given a new one
 * @param key the engine's key of the instance, absent until the instance has claimed the run
 * @param stuck whether a stage gave up for good; only a new attempt goes on from there
 * @param processes SHA-256 over the process files the run began with, in 64 hexadecimal digits; empty in runs from before
 *     it was kept
 */
public record DayInstance(int attempt, OptionalLong key, boolean stuck, String processes) {
    public DayInstance {
        if (attempt < 1) {
            throw new IllegalArgumentException("Expected an attempt of at least 1, but got " + attempt);
        }
    }

    public static DayInstance first(String processes) {
        return new DayInstance(1, OptionalLong.empty(), false, processes);
    }

    /** Whether the run may go on by these processes. */
    public boolean goesBy(String those) {
        return processes.isEmpty() || processes.equals(those);
    }

    /** The same attempt, claimed by an instance. */
    public DayInstance claimedBy(long instance) {
        return new DayInstance(attempt, OptionalLong.of(instance), stuck, processes);
    }

    /** The same instance, which will not go on by itself. */
    public DayInstance gotStuck() {
        return new DayInstance(attempt, key, true, processes);
    }

    /** The next attempt, not yet claimed. */
    public DayInstance next() {
        return new DayInstance(attempt + 1, OptionalLong.empty(), false, processes);
    }

    public boolean workedBy(long instance) {
        return key.isPresent() && key.getAsLong() == instance;
    }
}
