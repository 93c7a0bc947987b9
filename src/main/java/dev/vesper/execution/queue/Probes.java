package dev.vesper.execution.queue;

/**
 * Orders of no size that join the best bid and the best ask from time to time, to be followed.
 *
 * @param everyMillis between two of them, above zero
 * @param patienceMillis how long each waits
 */
public record Probes(long everyMillis, long patienceMillis) {
    public Probes {
        if (everyMillis <= 0 || patienceMillis <= 0) {
            throw new IllegalArgumentException(
                    "Expected times above 0, but got " + everyMillis + ", " + patienceMillis);
        }
    }
}
