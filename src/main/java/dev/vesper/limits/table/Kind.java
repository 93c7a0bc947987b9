package dev.vesper.limits.table;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the values of a column are, and how they are ordered. */
public enum Kind {
    /** Exact numbers: 0.40 is 0.4. */
    NUMBER(BigDecimal.class),
    /** Texts, by their UTF-16 units, as FEEL compares them. */
    TEXT(String.class),
    /** False before true. */
    TRUTH(Boolean.class),
    /** Days. */
    DAY(LocalDate.class);

    private final Class<?> values;

    Kind(Class<?> values) {
        this.values = values;
    }

    /** Whether it is a value of this kind. */
    boolean takes(Object value) {
        return values.isInstance(value);
    }

    /** As {@link java.util.Comparator#compare}, of two values of this kind. */
    int compare(Object one, Object other) {
        return switch (this) {
            case NUMBER -> ((BigDecimal) one).compareTo((BigDecimal) other);
            case TEXT -> ((String) one).compareTo((String) other);
            case TRUTH -> ((Boolean) one).compareTo((Boolean) other);
            case DAY -> ((LocalDate) one).compareTo((LocalDate) other);
        };
    }

    /** A value as FEEL writes it. */
    String feel(Object value) {
        return switch (this) {
            case NUMBER -> ((BigDecimal) value).toPlainString();
            case TEXT -> '"' + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case TRUTH -> value.toString();
            case DAY -> "date(\"" + value + "\")";
        };
    }
}
