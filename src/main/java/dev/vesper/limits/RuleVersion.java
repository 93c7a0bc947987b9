package dev.vesper.limits;

import java.util.Comparator;

/**
 * Which rule said it, and in which state of its file: {@code position-weight 3fd80a1c22b7}. Ordered by name.
 *
 * @param name the rule's stable name, which is its file's, for example {@code position-weight}
 * @param version the first 12 hex digits of the SHA-256 of the file's bytes; of a rule that is code, a number
 */
public record RuleVersion(String name, String version) implements Comparable<RuleVersion> {
    private static final Comparator<RuleVersion> ORDER =
            Comparator.comparing(RuleVersion::name).thenComparing(RuleVersion::version);

    @Override
    public int compareTo(RuleVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
