package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.EditedFile;
import java.util.List;

/**
 * What a file that was edited elsewhere would make of a table; nothing of it is kept.
 *
 * @param refused what of the file cannot be taken, by its cells; where there is any, nothing can be kept
 * @param changed how many differences there are
 * @param changes the first of them, in words
 * @param kept what a modeller had dropped and the table keeps
 * @param left what a modeller changed beside rows, cells and inputs, which the table does not take over
 * @param tried what would be said of the table and its cases
 */
public record FileLook(
        List<EditedFile.Refused> refused,
        int changed,
        List<String> changes,
        List<String> kept,
        List<String> left,
        TriedTable tried) {
    public FileLook {
        refused = List.copyOf(refused);
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }
}
