package dev.vesper.desk.operations;

import dev.vesper.desk.health.ServiceHealth;

/** The running Vesper itself. */
public interface Service {
    /**
     * How it is: every part with what is wrong in plain words and since when, and the figures behind it; at most some seconds
     * old.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where no Vesper runs
     */
    ServiceHealth health();
}
