package dev.vesper.adapters.rules;

import dev.vesper.limits.RuleVersion;
import java.util.List;

/**
 * One rule as {@code ./vesper rules list} shows it.
 *
 * @param rule its name and the version of its file
 * @param file relative to the rules folder
 * @param columns of a table: its inputs, outputs and notes; of a compliance file: {@code Rule}
 * @param rows the cells as they are written, in the order of the table
 */
public record RuleInfo(
        RuleVersion rule,
        RuleKind kind,
        String file,
        String description,
        List<String> columns,
        List<List<String>> rows) {
    public RuleInfo {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
