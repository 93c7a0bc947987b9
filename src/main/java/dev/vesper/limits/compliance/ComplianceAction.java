package dev.vesper.limits.compliance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a compliance table says of an order; an analyst writes it as {@code "allow"}, {@code "warn"} or {@code "deny"}. */
public enum ComplianceAction {
    /** The order keeps the rule. */
    ALLOW,
    /** The approver is told; the order stays as it is. */
    WARN,
    /** The order is removed. */
    DENY;

    /** As it stands in a table, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of a word in lower case, or empty where it is none of the three. */
    public static Optional<ComplianceAction> named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }
}
