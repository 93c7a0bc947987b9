package dev.vesper.data;

import java.util.Locale;
import java.util.Optional;

/** What a broken rule means for the day. */
public enum Severity {
    /** Noted. */
    INFO,
    /** Shown to whoever approves; the day goes on. */
    WARNING,
    /** A person must release the day. */
    ERROR;

    /** The word contracts and reports use: {@code info}, {@code warning} or {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
