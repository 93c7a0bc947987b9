package dev.vesper.data;

import java.util.List;

/**
 * What the firm keeps checked, who answers for it and under which contract: one folder below {@code products/}.
 *
 * @param id its folder's name, for example {@code prices}; the lake's paths are made from it
 * @param owner the team to ask when a check fails
 * @param reader the name of what reads its file, for example {@link #CSV}
 * @param requiredRules ids of rules without which its contract is none, so that one that was cut off does not go unseen
 */
public record DataProduct(
        String id, String name, String version, String owner, String reader, List<String> requiredRules) {
    /** Reads a CSV file whose header names the contract's properties; the reader of a product that names none. */
    public static final String CSV = "csv";

    public DataProduct {
        requiredRules = List.copyOf(requiredRules);
    }
}
