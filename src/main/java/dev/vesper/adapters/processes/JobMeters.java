package dev.vesper.adapters.processes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;

/** How many jobs of each kind ended how, and how long they took: {@code vesper_process_jobs_seconds}. */
record JobMeters(Optional<MeterRegistry> registry) {
    void done(String job, String outcome, long beganNanos) {
        registry.ifPresent(meters -> Timer.builder("vesper.process.jobs")
                .description("Jobs of the processes, by kind and how they ended")
                .tag("job", job)
                .tag("outcome", outcome)
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - beganNanos)));
    }
}
