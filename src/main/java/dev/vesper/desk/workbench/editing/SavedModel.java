package dev.vesper.desk.workbench.editing;

import java.util.List;

/**
 * A table as it was saved from a modeller.
 *
 * @param table as it is now, with its draft
 * @param changes what is other than before
 * @param kept what the modeller had dropped and the file keeps, for people
 * @param left what the modeller changed and the file does not take over, for people
 */
public record SavedModel(RuleTable table, List<TableChange> changes, List<String> kept, List<String> left) {
    public SavedModel {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }
}
