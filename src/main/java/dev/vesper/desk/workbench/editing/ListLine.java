package dev.vesper.desk.workbench.editing;

import java.util.List;

/**
 * One list of names, as a table of all of them says it.
 *
 * @param file below the rules folder, for example {@code lists/restricted.csv}
 * @param name for example {@code restricted}
 * @param of what its entries are: {@code instrument}, {@code issuer}, {@code country} or {@code sector}
 * @param entries how many there are
 * @param holds how many of them count on the day, those that expire soon among them
 * @param soon how many of those expire soon
 * @param expired how many have expired by then
 * @param uses the rules that ask for it, by their files
 * @param trouble why it cannot be read; empty where it can
 */
public record ListLine(
        String file,
        String name,
        String of,
        int entries,
        int holds,
        int soon,
        int expired,
        List<String> uses,
        String trouble) {
    public ListLine {
        uses = List.copyOf(uses);
    }
}
