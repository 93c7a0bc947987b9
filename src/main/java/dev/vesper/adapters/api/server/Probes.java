package dev.vesper.adapters.api.server;

import java.util.Map;

/** What operators' tools ask without a token. */
public interface Probes {
    /** What runs and what does not, by part; every value is {@code up} or a reason. */
    Map<String, String> health();

    /** Prometheus text. */
    String metrics();
}
