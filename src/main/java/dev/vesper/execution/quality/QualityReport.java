package dev.vesper.execution.quality;

import java.util.List;

/**
 * One report. Every order of the population is counted in exactly one row.
 *
 * @param name of its files, for example {@code rule-605}
 * @param rule which text of which rule it is in the style of, and what is law
 * @param notes how its figures are meant, and why some are not recorded
 */
public record QualityReport(
        String name,
        String title,
        String rule,
        List<String> notes,
        List<QualityColumn> columns,
        List<QualityRow> rows) {
    public QualityReport {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
