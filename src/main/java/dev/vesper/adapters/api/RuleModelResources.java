package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.workbench.editing.RuleModel;
import dev.vesper.desk.workbench.editing.SavedModel;
import dev.vesper.desk.workbench.editing.TriedModel;
import java.util.List;

/** Tables of the rules in a DMN modeller, over HTTP. */
public final class RuleModelResources {
    /** Which table, of which draft. */
    public record Which(String file, @Otherwise("") String draft) {}

    /** Which table of which draft, as a modeller has it. */
    public record Tried(String file, @Otherwise("") String draft, String xml) {}

    /** Which input a table of a draft gets, as a modeller has it. */
    public record Input(String file, @Otherwise("") String draft, String xml, String input) {}

    /** What a modeller made of which table of which draft, what the writer saw, and why. */
    public record Edited(
            String file,
            @Otherwise("") String draft,
            String seen,
            String xml,
            @Otherwise("") String note) {}

    public static final Resource<Which, RuleModel> MODEL = Resource.get(
            "/api/v1/rules/table/model",
            "One decision table as a modeller reads it: its file in DMN 1.3, each row with an id.",
            Which.class,
            Answers.one(RuleModel.class),
            (operations, q) -> operations.ruleModels().show(q.file(), q.draft()));

    public static final Resource<Tried, TriedModel> TRY = Resource.post(
                    "/api/v1/rules/table/model/tries",
                    "What would be said of a table and its cases, were it saved as a modeller has it; nothing is kept.",
                    Tried.class,
                    Answers.one(TriedModel.class),
                    (operations, q) -> operations.ruleModels().tried(q.file(), q.draft(), q.xml()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Input, RuleModel> INPUT = Resource.post(
                    "/api/v1/rules/table/model/inputs",
                    "A modeller's file with a further input and all that the diagram needs for it; nothing is kept.",
                    Input.class,
                    Answers.one(RuleModel.class),
                    (operations, q) -> operations.ruleModels().withInput(q.file(), q.draft(), q.xml(), q.input()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Edited, SavedModel> EDIT = Resource.post(
                    "/api/v1/rules/table/model/edits",
                    "Writes what a modeller made of a table into a draft, a new one where none is named; what the modeller cannot hold"
                            + " stays as it is in the table's file.",
                    Edited.class,
                    Answers.one(SavedModel.class),
                    (operations, q) -> operations.ruleModels().save(q.file(), q.draft(), q.seen(), q.xml(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    static final List<Resource<?, ?>> ALL = List.of(MODEL, TRY, INPUT, EDIT);

    private RuleModelResources() {}
}
