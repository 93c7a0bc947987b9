package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import java.util.List;

/**
 * A table's file as a modeller reads it.
 *
 * @param file below the rules folder, for example {@code limits/position-weight.dmn}
 * @param draft whose table it is, for example {@code D-3}; empty of what judges orders
 * @param seen the sum of the draft, which whoever writes says they saw; of what judges, its version
 * @param xml in DMN 1.3, each row with an id by which it is known when it comes back
 * @param inputs that it could have and does not yet
 */
public record RuleModel(String file, String draft, String seen, String xml, List<SheetColumn> inputs) {
    public RuleModel {
        inputs = List.copyOf(inputs);
    }
}
