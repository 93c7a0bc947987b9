package dev.vesper.desk.health;

import java.time.Instant;
import java.util.List;

/**
 * How a running Vesper is, for people who look.
 *
 * @param status {@code up}, {@code degraded} where somebody must look, {@code down} where it is not ready
 * @param ready whether it can work days and answer people
 * @param asOf when it was asked
 * @param parts those that are not well first, then by name
 * @param figures what is known; what cannot be asked now is left out
 */
public record ServiceHealth(
        String status, boolean ready, Instant asOf, List<PartHealth> parts, List<HealthFigure> figures) {
    public ServiceHealth {
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
    }
}
