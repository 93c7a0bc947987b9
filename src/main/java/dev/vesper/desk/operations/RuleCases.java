package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedTable;
import java.util.List;

/** The cases beside the rules: what somebody expects of each, and what it says. */
public interface RuleCases {
    /**
     * What all rules say of all their cases, by file and line.
     *
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such draft, or a rule of it cannot be used
     */
    List<CaseResult> all(String draft);

    /**
     * The cases beside one rule.
     *
     * @param rule its file, for example {@code limits/position-weight.dmn}
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such rule or draft
     */
    CaseSheet show(String rule, String draft);

    /**
     * The cases that the sheet of a limit table lacks: each row decides one, each condition turns one by itself (MC/DC).
     *
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such rule or draft, or the rule cannot be used
     */
    List<MissingCase> missing(String rule, String draft);

    /**
     * What would be said of a table and its cases, were they edited; nothing is kept.
     *
     * @param edits of the table
     * @param cases edits of its cases, whose rows are called by their lines
     * @throws dev.vesper.basics.Problem of kind INPUT where an edit is about what is not there, REFUSED for who may not write
     */
    TriedTable tried(String rule, String draft, List<TableEdit> edits, List<TableEdit> cases);

    /**
     * Writes edits of cases into a draft.
     *
     * @param draft empty to begin one
     * @param seen what the sheet said it was when it was shown
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where an edit is about what is not there, REFUSED for who may not, where
     *     somebody wrote since, or where the draft is closed
     */
    CaseSheet save(String rule, String draft, String seen, List<TableEdit> edits, String note);
}
