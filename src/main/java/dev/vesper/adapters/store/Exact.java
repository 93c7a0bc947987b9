package dev.vesper.adapters.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one form in which values leave the store, whatever the engine: so equal values are equal objects. */
final class Exact {
    private static final char REPLACEMENT = '\uFFFD';

    private Exact() {}

    /** The same value without trailing zeros and without a negative scale: 100.00 and 1E+2 both become 100. */
    static BigDecimal number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal numberOrNull(@Nullable BigDecimal value) {
        return value == null ? null : number(value);
    }

    /** PostgreSQL keeps microseconds, so every engine does. */
    static Instant time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }

    /** What every engine can keep: NUL and half surrogates become U+FFFD. */
    static String text(String value) {
        StringBuilder clean = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(value) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean == null ? value : clean.toString();
    }
}
