package dev.vesper.testing;

import dev.vesper.adapters.api.server.Probes;
import java.util.Map;

/** For servers whose health and metrics nobody asks for. */
public final class NoProbes implements Probes {
    @Override
    public Map<String, String> health() {
        return Map.of();
    }

    @Override
    public String metrics() {
        return "";
    }
}
