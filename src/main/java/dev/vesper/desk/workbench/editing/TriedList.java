package dev.vesper.desk.workbench.editing;

import java.util.List;

/**
 * What is to be said of a list as somebody has edited it and not saved.
 *
 * @param findings of its cells
 * @param states how each entry would stand; none where one of them cannot be read
 */
public record TriedList(List<TableFinding> findings, List<String> states) {
    public TriedList {
        findings = List.copyOf(findings);
        states = List.copyOf(states);
    }
}
