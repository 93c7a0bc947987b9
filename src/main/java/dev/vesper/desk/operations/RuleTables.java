package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.RuleLine;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.List;

/** The rules as people look at them, and what they write into drafts of them. */
public interface RuleTables {
    /**
     * Every rule, by its path.
     *
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such draft
     */
    List<RuleLine> all(String draft);

    /**
     * One table, with what is to be said of its cells.
     *
     * @param file below the rules folder, for example {@code limits/position-weight.dmn}
     * @param draft for example {@code D-3}; empty for what judges orders
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such table or draft
     */
    RuleTable show(String file, String draft);

    /**
     * Writes edits of a table into a draft.
     *
     * @param draft empty to begin one
     * @param seen what the table said it was when it was shown
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where an edit is about what is not there, REFUSED for who may not, where
     *     somebody wrote since, or where the draft is closed
     */
    RuleTable save(String file, String draft, String seen, List<TableEdit> edits, String note);

    /** The kinds of table that can be begun, with the inputs that each may ask for. */
    List<NewTable> kinds();

    /**
     * Begins a table in a draft, with its sheet of cases: its one row takes everything and limits nothing.
     *
     * @param decision of one of the {@link #kinds}, for example {@code Issuer weight}
     * @param name of the rule, for example {@code issuer-limit}
     * @param inputs that it asks for, one at least
     * @param draft empty to begin one
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where there is such a rule, or one of these is none, REFUSED for who may
     *     not, or where the draft is closed
     */
    RuleTable begin(String decision, String name, List<String> inputs, String draft, String note);
}
