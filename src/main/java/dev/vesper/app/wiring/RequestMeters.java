package dev.vesper.app.wiring;

import dev.vesper.adapters.api.server.Answered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Requests of the API and of the probes: by the first digit of the status they were answered with, and how long by route. */
final class RequestMeters {
    /** Within which of these times an answer was there; what people wait for is meant to be there within 200 ms. */
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final List<Counter> byClass;
    private final MeterRegistry registry;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        byClass = IntStream.rangeClosed(1, 5)
                .mapToObj(digit -> Counter.builder("vesper.http.requests")
                        .description(
                                "Requests of the API and the probes, by the class of the status they were answered with")
                        .tag("status", digit + "xx")
                        .register(registry))
                .toList();
        timer("GET", "/metrics"); // there from the first scrape on
    }

    void answered(Answered answered) {
        byClass.get(Math.clamp(answered.status() / 100, 1, 5) - 1).increment();
        timer(answered.method(), answered.route()).record(answered.took());
    }

    private Timer timer(String method, String route) {
        return Timer.builder("vesper.http.request.duration")
                .description("How long answers of the API and the probes took, by what was asked for")
                .tag("method", method)
                .tag("route", route)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
