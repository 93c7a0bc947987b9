package dev.vesper.limits.lists;

import dev.vesper.basics.Fields;
import java.util.List;

/**
 * A list of names.
 *
 * @param name as its file is called: {@code esg-exclusions}
 */
public record NamedList(String name, ListKind kind, List<ListEntry> entries) {
    /** The list to which the symbols of {@code firm.yaml} belong, too. */
    public static final String RESTRICTED = "restricted";

    public NamedList {
        entries = List.copyOf(entries);
    }

    /** What two spellings of its name have in common. */
    public String key() {
        return Fields.key(name);
    }
}
