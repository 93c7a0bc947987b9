package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;

/**
 * A table with what somebody did to it in a modeller, and with all that the modeller cannot hold.
 *
 * @param table as it is now
 * @param kept what the modeller had dropped and the table's file keeps, for people: {@code 2 inputValues}
 * @param left what the modeller changed and the file does not take over, for people
 */
public record FromModeller(TableSheet table, List<String> kept, List<String> left) {
    public FromModeller {
        kept = List.copyOf(kept);
        left = List.copyOf(left);
    }
}
