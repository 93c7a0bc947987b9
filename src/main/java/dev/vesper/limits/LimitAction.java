package dev.vesper.limits;

import java.util.Locale;
import java.util.Optional;

/** What follows when a limit is broken; an analyst writes it into the table as {@code "deny"}, {@code "cut"} or {@code "warn"}. */
public enum LimitAction {
    /** The order is removed. */
    DENY,
    /** The order is cut to what the limit still allows. */
    CUT,
    /** The approver is told; the order stays as it is. */
    WARN;

    /** The word as it stands in a table, in lower case, or empty where it is none of the three. */
    public static Optional<LimitAction> named(String word) {
        for (LimitAction action : values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
