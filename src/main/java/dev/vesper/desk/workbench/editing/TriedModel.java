package dev.vesper.desk.workbench.editing;

import java.util.List;

/**
 * What is to be said of a table as somebody has it in a modeller and not saved.
 *
 * @param tried its findings and its cases
 * @param titles of its columns: inputs, then outputs, then annotations
 * @param changes what is other than in the file
 * @param kept what the modeller had dropped and the file keeps, for people
 * @param left what the modeller changed and the file does not take over, for people
 */
public record TriedModel(
        TriedTable tried, List<String> titles, List<TableChange> changes, List<String> kept, List<String> left) {
    public TriedModel {
        titles = List.copyOf(titles);
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }
}
