package dev.vesper.execution.quality;

/**
 * A column of a report.
 *
 * @param name for programs, for example {@code mean_time_ms}
 * @param head for people, for example {@code mean time}
 */
public record QualityColumn(String name, String head, Unit unit) {
    /** What its numbers are. */
    public enum Unit {
        TEXT,
        COUNT,
        SHARES,
        /** Currency units. */
        MONEY,
        /** Currency units a share. */
        PRICE,
        /** 0 to 100. */
        PERCENT,
        MILLISECONDS
    }
}
