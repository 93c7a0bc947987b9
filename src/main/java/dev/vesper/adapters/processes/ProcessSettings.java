package dev.vesper.adapters.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where the processes run and what they are.
 *
 * @param processes folder of the BPMN files
 * @param folder where the embedded engine keeps its state; not used with a cluster
 * @param cluster elsewhere; empty for the embedded engine
 * @param clock what the timers of the processes follow in the embedded engine; a cluster has its own. It must move on:
 *     the engine's own pauses follow it too
 * @param timeout how long to wait for the gateway, and for a command it does not take yet
 * @param needMb free disk space the embedded engine asks for before it starts, in megabytes
 * @param stopBelowMb free disk space under which the embedded engine takes no more work, in megabytes
 */
public record ProcessSettings(
        Path processes,
        Path folder,
        Optional<Cluster> cluster,
        InstantSource clock,
        Duration timeout,
        long needMb,
        long stopBelowMb) {
    /** An engine of our own, in this JVM; a day of the sample firm runs with 500 MB free. */
    public static ProcessSettings embedded(Path processes, Path folder, InstantSource clock) {
        return new ProcessSettings(processes, folder, Optional.empty(), clock, Duration.ofSeconds(60), 250, 100);
    }

    /** A cluster elsewhere. */
    public static ProcessSettings remote(Path processes, Cluster cluster, InstantSource clock) {
        return new ProcessSettings(processes, processes, Optional.of(cluster), clock, Duration.ofSeconds(60), 0, 0);
    }
}
