package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.editing.FileLook;
import dev.vesper.desk.workbench.editing.RuleTable;

/** Tables of the rules as files that people edit in a spreadsheet or a modeller, and what these made of them. */
public interface RuleFiles {
    /**
     * A table as a file.
     *
     * @param file below the rules folder, for example {@code limits/position-weight.dmn}
     * @param draft for example {@code D-3}; empty for what judges orders
     * @param format {@code xlsx}, {@code csv} or {@code dmn}
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such table, draft or format
     */
    ReportFile show(String file, String draft, String format);

    /**
     * What an edited file would make of a table; nothing is kept.
     *
     * @param name of the edited file, whose ending says what it is
     * @param base64 its bytes
     * @throws dev.vesper.basics.Problem of kind INPUT where it is of no such kind, damaged, or larger than any table, REFUSED
     *     for who may not
     */
    FileLook look(String file, String draft, String name, String base64);

    /**
     * Writes what an edited file makes of a table into a draft, all of it or nothing.
     *
     * @param draft empty to begin one
     * @param seen what the table said it was when it was shown
     * @param name of the edited file, whose ending says what it is
     * @param base64 its bytes
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where a part of it cannot be taken or it changes nothing, REFUSED for who
     *     may not, where somebody wrote since, or where the draft is closed
     */
    RuleTable save(String file, String draft, String seen, String name, String base64, String note);
}
