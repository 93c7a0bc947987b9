package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseSheet;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedTable;
import java.util.List;

/** The cases of the rules, over HTTP. */
public final class RuleCaseResources {
    /** Of which draft; empty for what judges orders. */
    public record OfDraft(@Otherwise("") String draft) {}

    /** Which rule, of which draft. */
    public record Which(String rule, @Otherwise("") String draft) {}

    /** Which rule of which draft, and how its table and its cases are edited. */
    public record Tried(String rule, @Otherwise("") String draft, List<TableEdit> edits, List<TableEdit> cases) {}

    /** How the cases of which rule of which draft are edited, what the writer saw, and why. */
    public record Edits(
            String rule,
            @Otherwise("") String draft,
            String seen,
            List<TableEdit> edits,
            @Otherwise("") String note) {}

    public static final Resource<OfDraft, List<CaseResult>> ALL_CASES = Resource.get(
            "/api/v1/rules/cases",
            "What all rules say of all their cases: as they judge orders, or as a draft has them.",
            OfDraft.class,
            Answers.list(CaseResult.class),
            (operations, q) -> operations.ruleCases().all(q.draft()));

    public static final Resource<Which, CaseSheet> SHEET = Resource.get(
            "/api/v1/rules/table/cases",
            "The cases beside one rule, each row called by its line, and what the rule says of each.",
            Which.class,
            Answers.one(CaseSheet.class),
            (operations, q) -> operations.ruleCases().show(q.rule(), q.draft()));

    public static final Resource<Which, List<MissingCase>> MISSING = Resource.get(
            "/api/v1/rules/table/cases/missing",
            "The cases that a limit table lacks: each row decides one, each condition turns one by itself.",
            Which.class,
            Answers.list(MissingCase.class),
            (operations, q) -> operations.ruleCases().missing(q.rule(), q.draft()));

    public static final Resource<Tried, TriedTable> TRY = Resource.post(
                    "/api/v1/rules/table/tries",
                    "What would be said of a table and its cases, were they edited; nothing is kept.",
                    Tried.class,
                    Answers.one(TriedTable.class),
                    (operations, q) -> operations.ruleCases().tried(q.rule(), q.draft(), q.edits(), q.cases()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Edits, CaseSheet> EDIT = Resource.post(
                    "/api/v1/rules/table/cases/edits",
                    "Writes edits of the cases of a rule into a draft, a new one where none is named.",
                    Edits.class,
                    Answers.one(CaseSheet.class),
                    (operations, q) -> operations.ruleCases().save(q.rule(), q.draft(), q.seen(), q.edits(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    static final List<Resource<?, ?>> ALL = List.of(ALL_CASES, SHEET, MISSING, TRY, EDIT);

    private RuleCaseResources() {}
}
