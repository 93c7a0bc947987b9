package dev.vesper.testing;

import dev.vesper.adapters.api.server.Probes;
import dev.vesper.desk.health.Health;
import java.util.Map;

/** For servers whose health and metrics nobody asks for. */
public final class NoProbes implements Probes {
    @Override
    public Health health() {
        return new Health(true, Map.of());
    }

    @Override
    public String metrics() {
        return "";
    }
}
