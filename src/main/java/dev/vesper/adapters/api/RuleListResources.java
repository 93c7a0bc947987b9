package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.ListLine;
import dev.vesper.desk.workbench.editing.ListSheet;
import dev.vesper.desk.workbench.editing.TableEdit;
import dev.vesper.desk.workbench.editing.TriedList;
import java.util.List;

/** The lists of names of the rules, over HTTP. */
public final class RuleListResources {
    /** Of which draft, on which day; empty for what judges orders, and for today. */
    public record OfDraft(
            @Otherwise("") String draft, @Otherwise("") String on) {}

    /** Which list, of which draft, on which day. */
    public record Which(
            String name,
            @Otherwise("") String draft,
            @Otherwise("") String on) {}

    /** Which list of which draft, and how it is edited. */
    public record Tried(
            String name,
            @Otherwise("") String draft,
            List<TableEdit> edits,
            @Otherwise("") String on) {}

    /** How which list of which draft is edited, what the writer saw, and why. */
    public record Edits(
            String name,
            @Otherwise("") String draft,
            String seen,
            List<TableEdit> edits,
            @Otherwise("") String note) {}

    /** What a new list is called, what its entries are, in which draft, and why. */
    public record Begin(
            String name,
            String of,
            @Otherwise("") String draft,
            @Otherwise("") String note) {}

    public static final Resource<OfDraft, List<ListLine>> ALL_LISTS = Resource.get(
            "/api/v1/rules/lists",
            "Every list of names: how many entries count on a day, and which rules ask for it.",
            OfDraft.class,
            Answers.list(ListLine.class),
            (operations, q) -> operations.ruleLists().all(q.draft(), q.on()));

    public static final Resource<Which, ListSheet> LIST = Resource.get(
            "/api/v1/rules/list",
            "One list of names: its entries, each called by its line, how each stands on a day, and what is to be said of its"
                    + " cells.",
            Which.class,
            Answers.one(ListSheet.class),
            (operations, q) -> operations.ruleLists().show(q.name(), q.draft(), q.on()));

    public static final Resource<Tried, TriedList> TRY = Resource.post(
                    "/api/v1/rules/list/tries",
                    "What would be said of a list, were it edited; nothing is kept.",
                    Tried.class,
                    Answers.one(TriedList.class),
                    (operations, q) -> operations.ruleLists().tried(q.name(), q.draft(), q.edits(), q.on()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Edits, ListSheet> EDIT = Resource.post(
                    "/api/v1/rules/list/edits",
                    "Writes edits of a list into a draft, a new one where none is named.",
                    Edits.class,
                    Answers.one(ListSheet.class),
                    (operations, q) -> operations.ruleLists().save(q.name(), q.draft(), q.seen(), q.edits(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Begin, ListSheet> BEGIN = Resource.post(
            "/api/v1/rules/lists",
            "Begins a list without entries in a draft, a new one where none is named.",
            Begin.class,
            Answers.one(ListSheet.class),
            (operations, q) -> operations.ruleLists().begin(q.name(), q.of(), q.draft(), q.note()));

    static final List<Resource<?, ?>> ALL = List.of(ALL_LISTS, LIST, TRY, EDIT, BEGIN);

    private RuleListResources() {}
}
