package dev.vesper.desk.workbench.editing;

import java.util.List;

/**
 * What is to be said of a table and its cases as somebody has edited them and not saved.
 *
 * @param findings of its cells
 * @param results what it says of each case, in their order; none where it cannot be used
 * @param trouble why it cannot; empty where it can
 */
public record TriedTable(List<TableFinding> findings, List<CaseResult> results, String trouble) {
    public TriedTable {
        findings = List.copyOf(findings);
        results = List.copyOf(results);
    }
}
