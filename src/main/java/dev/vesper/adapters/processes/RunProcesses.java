package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;

/** By which sets of process files runs go; each is known by its sum. */
interface RunProcesses {
    /**
     * What a new run goes by, kept from now on.
     *
     * @return the sum of the set
     * @throws Problem UNAVAILABLE where none could be used since the start
     */
    String next();

    /** Keeps a set that a run begins with though nobody asked what the next one is: its timer rang. */
    void keep(String sha256);

    /**
     * Whether the engine has a set of files, or was given it now.
     *
     * @throws Problem UNAVAILABLE where this program does not serve them any more
     */
    boolean has(String sha256);
}
