package dev.vesper.desk.health;

import java.util.Locale;

/**
 * One figure of a running Vesper.
 *
 * @param name what it is, for people, for example {@code disk, free}
 */
public record HealthFigure(String name, double value, Unit unit) {
    /** What it is counted in. */
    public enum Unit {
        BYTES,
        SECONDS,
        COUNT;

        /** As it is sent, for example {@code bytes}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
