package dev.vesper.app.wiring;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What /metrics shows; the seconds each part took to open are the gauge {@code vesper_start_seconds}. */
public final class MetersWiring {
    public final Part<PrometheusMeterRegistry> meters;

    MetersWiring(OpenParts open) {
        meters = new Part<>(open, "meters", () -> {
            var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            open.listen((part, seconds) -> registry.gauge("vesper.start.seconds", Tags.of("part", part), seconds));
            return registry;
        });
    }
}
