package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.NewTable;
import dev.vesper.desk.workbench.editing.RuleLine;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableEdit;
import java.util.List;

/** The rules and their tables over HTTP. */
public final class RuleTableResources {
    /** Of which draft; empty for what judges orders. */
    public record OfDraft(@Otherwise("") String draft) {}

    /** Which table, of which draft. */
    public record Which(String file, @Otherwise("") String draft) {}

    /** What is written into which table of which draft. */
    public record Edits(
            String file,
            @Otherwise("") String draft,
            String seen,
            List<TableEdit> edits,
            @Otherwise("") String note) {}

    /** What a new table limits, what it is called, what it asks for, in which draft, and why. */
    public record Begin(
            String decision,
            String name,
            List<String> inputs,
            @Otherwise("") String draft,
            @Otherwise("") String note) {}

    /** Nothing more. */
    public record Any() {}

    public static final Resource<Any, List<NewTable>> KINDS = Resource.get(
            "/api/v1/rules/table/kinds",
            "The kinds of table that can be begun, with the inputs that each may ask for.",
            Any.class,
            Answers.list(NewTable.class),
            (operations, _) -> operations.ruleTables().kinds());

    public static final Resource<Begin, RuleTable> BEGIN = Resource.post(
            "/api/v1/rules/table",
            "Begins a table in a draft, a new one where none is named, with its sheet of cases: its one row takes everything"
                    + " and limits nothing.",
            Begin.class,
            Answers.one(RuleTable.class),
            (operations, q) -> operations.ruleTables().begin(q.decision(), q.name(), q.inputs(), q.draft(), q.note()));

    public static final Resource<OfDraft, List<RuleLine>> ALL_RULES = Resource.get(
            "/api/v1/rules/files",
            "Every rule, limits, compliance and who approves: as it judges orders, or as a draft has it.",
            OfDraft.class,
            Answers.list(RuleLine.class),
            (operations, q) -> operations.ruleTables().all(q.draft()));

    public static final Resource<Which, RuleTable> TABLE = Resource.get(
            "/api/v1/rules/table",
            "One decision table: its columns, its rows with their ids, its cells as they are written, and what is to be said of"
                    + " them.",
            Which.class,
            Answers.one(RuleTable.class),
            (operations, q) -> operations.ruleTables().show(q.file(), q.draft()));

    public static final Resource<Edits, RuleTable> EDIT = Resource.post(
                    "/api/v1/rules/table/edits",
                    "Writes edits of a table into a draft, a new one where none is named; nothing else of the table's file changes.",
                    Edits.class,
                    Answers.one(RuleTable.class),
                    (operations, q) -> operations.ruleTables().save(q.file(), q.draft(), q.seen(), q.edits(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    static final List<Resource<?, ?>> ALL = List.of(ALL_RULES, TABLE, EDIT, KINDS, BEGIN);

    private RuleTableResources() {}
}
