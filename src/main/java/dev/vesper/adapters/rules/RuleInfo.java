package dev.vesper.adapters.rules;

import java.util.List;

/**
 * One rule as {@code ./vesper rules list} shows it.
 *
 * @param version the first 12 hex digits of the file's SHA-256
 * @param kind {@code limit} or {@code compliance}
 * @param file relative to the rules folder
 * @param columns of a table: its inputs, outputs and notes; of a compliance file: {@code Rule}
 * @param rows the cells as they are written, in the order of the table
 */
public record RuleInfo(
        String name,
        String version,
        String kind,
        String file,
        String description,
        List<String> columns,
        List<List<String>> rows) {
    public RuleInfo {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
