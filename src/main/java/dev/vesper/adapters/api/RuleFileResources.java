package dev.vesper.adapters.api;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.workbench.editing.FileLook;
import dev.vesper.desk.workbench.editing.RuleTable;
import java.util.List;

/** Tables of the rules as files of spreadsheets and modellers, over HTTP. */
public final class RuleFileResources {
    /** Which table of which draft, as which kind of file. */
    public record Which(
            String file,
            @Otherwise("") String draft,
            @Otherwise("xlsx") String format) {}

    /** Which table of which draft, what the edited file is called, and its bytes. */
    public record Look(String file, @Otherwise("") String draft, String name, String base64) {}

    /** The same, what the writer saw, and why. */
    public record Save(
            String file,
            @Otherwise("") String draft,
            String seen,
            String name,
            String base64,
            @Otherwise("") String note) {}

    public static final Resource<Which, ReportFile> SHOW = Resource.get(
            "/api/v1/rules/table/file",
            "One decision table as a file for a spreadsheet (xlsx, csv) or a modeller (dmn), in base 64.",
            Which.class,
            Answers.one(ReportFile.class),
            (operations, q) -> operations.ruleFiles().show(q.file(), q.draft(), q.format()));

    public static final Resource<Look, FileLook> LOOK = Resource.post(
                    "/api/v1/rules/table/file/tries",
                    "What an edited file would make of a table: its differences, what of it cannot be taken, what would be said"
                            + " of the table and its cases; nothing is kept.",
                    Look.class,
                    Answers.one(FileLook.class),
                    (operations, q) -> operations.ruleFiles().look(q.file(), q.draft(), q.name(), q.base64()))
            .takesTables(Permission.EDIT_RULES);

    public static final Resource<Save, RuleTable> SAVE = Resource.post(
                    "/api/v1/rules/table/file",
                    "Writes what an edited file makes of a table into a draft, a new one where none is named; all of it or"
                            + " nothing.",
                    Save.class,
                    Answers.one(RuleTable.class),
                    (operations, q) ->
                            operations.ruleFiles().save(q.file(), q.draft(), q.seen(), q.name(), q.base64(), q.note()))
            .takesTables(Permission.EDIT_RULES);

    static final List<Resource<?, ?>> ALL = List.of(SHOW, LOOK, SAVE);

    private RuleFileResources() {}
}
