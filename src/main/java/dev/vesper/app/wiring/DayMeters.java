package dev.vesper.app.wiring;

import dev.vesper.desk.health.DayFigures;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.run.RunStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of the days as meters: there from the first scrape on, each with its help text, in Prometheus' units. */
final class DayMeters {
    private final MultiGauge parts;
    /** The registry holds what it counts weakly: collected, it would be shown as it was for ever. */
    private final List<LongSupplier> counted;

    private volatile @Nullable DayFigures shown;

    private DayMeters(MultiGauge parts, List<LongSupplier> counted) {
        this.parts = parts;
        this.counted = counted;
    }

    /**
     * Registers them.
     *
     * @param freeBytes of the disk under the state folder
     * @param incidents since the start of this process
     * @param signInsDenied since the start of this process
     */
    static DayMeters in(
            MeterRegistry registry, LongSupplier freeBytes, LongSupplier incidents, LongSupplier signInsDenied) {
        DayMeters meters = new DayMeters(
                MultiGauge.builder("vesper.health")
                        .description("1 where a part of Vesper is well, 0 where it is not; /health says why")
                        .register(registry),
                List.of(incidents, signInsDenied));
        List<String> kinds = new ArrayList<>(DayFigures.KINDS);
        kinds.add(DayFigures.OTHER);
        for (String kind : kinds) {
            Gauge.builder(
                            "vesper.tasks.open",
                            meters,
                            m -> m.value(figures -> figures.openTasks().getOrDefault(kind, 0L)))
                    .description("Questions that wait for a person, by kind")
                    .tag("kind", kind)
                    .strongReference(true)
                    .register(registry);
        }
        meters.gauge(
                registry, "vesper.kill.switches.on", null, "Kill switches that stop something", DayFigures::stopped);
        meters.gauge(
                registry,
                "vesper.venue.breakers.open",
                null,
                "Circuit breakers of venues that are open or half open, of runs that have not ended",
                DayFigures::breakers);
        meters.gauge(
                registry,
                "vesper.tasks.overdue",
                null,
                "Questions that wait for a person and were due before now",
                DayFigures::overdue);
        meters.gauge(
                registry,
                "vesper.tasks.oldest.age",
                "seconds",
                "How long the oldest open question waits; 0 where none does",
                figures -> figures.oldestOpen().toMillis() / 1000.0);
        meters.gauge(
                registry,
                "vesper.last.success.timestamp",
                "seconds",
                "When the newest day that traded was done, in seconds since 1970; 0 before the first",
                figures ->
                        figures.lastDone().map(at -> at.toEpochMilli() / 1000.0).orElse(0.0));
        for (RunStatus status : RunStatus.values()) {
            Gauge.builder(
                            "vesper.runs",
                            meters,
                            m -> m.value(figures -> figures.runs().get(status)))
                    .description("Ends of day by where they stand")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder("vesper.disk.free", freeBytes, LongSupplier::getAsLong)
                .description("Room left on the disk under the state folder")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        FunctionCounter.builder("vesper.incidents", meters, m -> m.count(0))
                .description("Times a run came to stand still since this process started")
                .register(registry);
        FunctionCounter.builder("vesper.sign.ins.denied", meters, m -> m.count(1))
                .description("Times somebody was not let in since this process started")
                .register(registry);
        return meters;
    }

    /**
     * What is shown until the next time.
     *
     * @param figures empty where they are not known: each is then NaN
     */
    void show(Health health, Optional<DayFigures> figures) {
        shown = figures.orElse(null);
        parts.register(
                health.parts().entrySet().stream()
                        .map(part -> MultiGauge.Row.of(
                                Tags.of("part", part.getKey()), part.getValue().equals("up") ? 1 : 0))
                        .toList(),
                true);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String help,
            ToDoubleFunction<DayFigures> figure) {
        Gauge.builder(name, this, meters -> meters.value(figure))
                .description(help)
                .baseUnit(unit)
                .strongReference(true)
                .register(registry);
    }

    private double count(int which) {
        return counted.get(which).getAsLong();
    }

    private double value(ToDoubleFunction<DayFigures> figure) {
        DayFigures figures = shown;
        return figures == null ? Double.NaN : figure.applyAsDouble(figures);
    }
}
