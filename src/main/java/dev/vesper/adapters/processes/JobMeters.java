package dev.vesper.adapters.processes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How many jobs of each kind ended how, and how long they took: {@code vesper_process_jobs_seconds}. */
record JobMeters(Optional<MeterRegistry> registry) {
    /** Outcomes of a job, in the order of how well it went. */
    private static final List<String> OUTCOMES = List.of("done", "refused", "failed", "stuck");

    /** Within which of these times one was done: stages take seconds to minutes, people hours. */
    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2)
    };

    /** Shows a kind of job before the first was done. */
    void declare(String job) {
        registry.ifPresent(meters -> OUTCOMES.forEach(outcome -> timer(meters, job, outcome)));
    }

    void done(String job, String outcome, long beganNanos) {
        registry.ifPresent(
                meters -> timer(meters, job, outcome).record(Duration.ofNanos(System.nanoTime() - beganNanos)));
    }

    private static Timer timer(MeterRegistry meters, String job, String outcome) {
        return Timer.builder("vesper.process.jobs")
                .description("Jobs of the processes, by kind and how they ended")
                .tag("job", job)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
