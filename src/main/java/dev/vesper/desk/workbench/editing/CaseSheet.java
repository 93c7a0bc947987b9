package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.List;

/**
 * The cases beside a rule, looked at.
 *
 * @param rule its file, for example {@code limits/position-weight.dmn}
 * @param file of the cases, which may not be there yet
 * @param draft whose it is, for example {@code D-3}; empty of what judges orders
 * @param seen the sum of the draft, which whoever writes says they saw; of what judges, its version
 * @param sheet what it says, each row called by its line
 * @param further columns that it could have and does not yet
 * @param results what the rule says of each, in their order; none where the rule cannot be used
 * @param trouble why it cannot; empty where it can
 */
public record CaseSheet(
        String rule,
        String file,
        String draft,
        String seen,
        TableSheet sheet,
        List<SheetColumn> further,
        List<CaseResult> results,
        String trouble) {
    public CaseSheet {
        further = List.copyOf(further);
        results = List.copyOf(results);
    }
}
