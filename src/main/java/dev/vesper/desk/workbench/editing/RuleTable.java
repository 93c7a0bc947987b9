package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;

/**
 * One table, looked at.
 *
 * @param line what a list says of it
 * @param draft whose table it is, for example {@code D-3}; empty of what judges orders
 * @param draftTitle what the draft is to change; may be empty
 * @param open whether the draft may be written
 * @param seen the sum of the draft, which whoever writes says they saw; of what judges, its version
 * @param sheet what it says
 * @param inputs and annotations that it could have and does not yet
 * @param findings what is to be said of its cells
 */
public record RuleTable(
        RuleLine line,
        String draft,
        String draftTitle,
        boolean open,
        String seen,
        TableSheet sheet,
        List<SheetColumn> inputs,
        List<TableFinding> findings) {
    public RuleTable {
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
    }
}
