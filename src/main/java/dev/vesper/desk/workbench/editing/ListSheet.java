package dev.vesper.desk.workbench.editing;

import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.time.LocalDate;
import java.util.List;

/**
 * One list of names, looked at.
 *
 * @param line what a table of all lists says of it
 * @param draft whose it is, for example {@code D-3}; empty of what judges orders
 * @param draftTitle what the draft is to change; may be empty
 * @param open whether the draft may be written
 * @param seen the sum of the draft, which whoever writes says they saw; of what judges, its version
 * @param on the day that decides which entries count
 * @param sheet its entries, each row called by its line
 * @param further columns that it could have and does not yet
 * @param states how each entry stands on the day, in their order: {@code holds}, {@code expires soon}, {@code expired},
 *     {@code not yet}
 * @param findings what is to be said of its cells
 */
public record ListSheet(
        ListLine line,
        String draft,
        String draftTitle,
        boolean open,
        String seen,
        LocalDate on,
        TableSheet sheet,
        List<SheetColumn> further,
        List<String> states,
        List<TableFinding> findings) {
    public ListSheet {
        further = List.copyOf(further);
        states = List.copyOf(states);
        findings = List.copyOf(findings);
    }
}
