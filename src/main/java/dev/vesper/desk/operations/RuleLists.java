package dev.vesper.desk.operations;

import dev.vesper.desk.workbench.editing.ListLine;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedList;
import java.util.List;

/** The lists of names that the rules keep, and what people write into drafts of them. */
public interface RuleLists {
    /**
     * Every list, by its name.
     *
     * @param draft for example {@code D-3}; empty for what judges orders
     * @param on the day that decides which entries count, such as {@code 2018-04-11}; empty for today
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such draft, or no such day
     */
    List<ListLine> all(String draft, String on);

    /**
     * One list, with how each entry stands and what is to be said of its cells.
     *
     * @param name for example {@code restricted}
     * @throws dev.vesper.basics.Problem of kind INPUT where there is no such list, draft or day
     */
    ListSheet show(String name, String draft, String on);

    /**
     * What would be said of a list, were it edited; nothing is kept.
     *
     * @param on the day that decides which entries count; empty for today
     * @throws dev.vesper.basics.Problem of kind INPUT where an edit is about what is not there, REFUSED for who may not
     */
    TriedList tried(String name, String draft, List<TableEdit> edits, String on);

    /**
     * Writes edits of a list into a draft.
     *
     * @param draft empty to begin one
     * @param seen what the list said it was when it was shown
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where an edit is about what is not there, REFUSED for who may not, where
     *     somebody wrote since, or where the draft is closed
     */
    ListSheet save(String name, String draft, String seen, List<TableEdit> edits, String note);

    /**
     * Begins a list without entries in a draft.
     *
     * @param of what its entries are: {@code instrument}, {@code issuer}, {@code country} or {@code sector}
     * @param draft empty to begin one
     * @param note why; may be empty
     * @throws dev.vesper.basics.Problem of kind INPUT where there is such a list or the name cannot be one, REFUSED for who may
     *     not, or where the draft is closed
     */
    ListSheet begin(String name, String of, String draft, String note);
}
