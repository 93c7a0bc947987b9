package dev.vesper.app.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What /metrics shows; the seconds each part took to open are the gauge {@code vesper_start_seconds}. */
public final class MetersWiring {
    public final Part<PrometheusMeterRegistry> meters;

    MetersWiring(OpenParts open) {
        meters = new Part<>(open, "meters", () -> {
            var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            open.listen((part, seconds) -> Gauge.builder("vesper.start.seconds", () -> seconds)
                    .description("Seconds a part took to open, those of the parts it needs included")
                    .tag("part", part)
                    .strongReference(true) // else the number is collected, and NaN is shown
                    .register(registry));
            return registry;
        });
    }
}
