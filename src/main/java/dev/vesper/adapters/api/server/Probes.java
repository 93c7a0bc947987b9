package dev.vesper.adapters.api.server;

import dev.vesper.desk.health.Health;

/** What operators' tools ask without a token. */
public interface Probes {
    /** How Vesper is. */
    Health health();

    /** Prometheus text. */
    String metrics();

    /** Hears of every answer. */
    default void answered(Answered answered) {}
}
