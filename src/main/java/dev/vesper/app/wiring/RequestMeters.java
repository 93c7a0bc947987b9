package dev.vesper.app.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.IntStream;

/** Requests of the API and of the probes, by the first digit of the status they were answered with. */
final class RequestMeters {
    private final List<Counter> byClass;

    RequestMeters(MeterRegistry registry) {
        byClass = IntStream.rangeClosed(1, 5)
                .mapToObj(digit -> Counter.builder("vesper.http.requests")
                        .description(
                                "Requests of the API and the probes, by the class of the status they were answered with")
                        .tag("status", digit + "xx")
                        .register(registry))
                .toList();
    }

    void answered(int status) {
        byClass.get(Math.clamp(status / 100, 1, 5) - 1).increment();
    }
}
