package dev.vesper.books;

import dev.vesper.basics.Sha256;
import java.util.regex.Pattern;

/**
 * Names an entry by what it tells of, so that telling it twice is telling it once.
 *
 * @param value 64 hex digits
 */
public record EntryId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected an entry id of 64 hex digits, but got \"" + value + "\"");
        }
    }

    /**
     * The id of an entry.
     *
     * @param source what it was made from, unique among the entries of its kind, for example {@code 2018-04-11-001-0007}
     */
    static EntryId of(EntryKind kind, String source) {
        return new EntryId(Sha256.of(kind.word() + ":" + source));
    }

    /** Its beginning, for people. */
    public String shortened() {
        return Sha256.shortened(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
