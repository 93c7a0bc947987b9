package dev.vesper.limits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule says of an order or a book, from mild to severe. */
public enum Outcome {
    /** Within the limit. */
    PASS,
    /** Soft limit: goes to the approver. */
    WARN,
    /** Hard limit, part of the order is allowed: it is cut to {@link Verdict#permitted()}. */
    CUT,
    /** Hard limit: the order is removed. */
    DENY;

    /** As business cases write it, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a word, whatever its case, or empty where it is none of the four. */
    public static Optional<Outcome> named(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Whether it changes an order: a cut or a denial. */
    public boolean acts() {
        return this == CUT || this == DENY;
    }
}
