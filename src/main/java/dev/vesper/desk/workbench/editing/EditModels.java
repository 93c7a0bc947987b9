package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.Counted;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands tables to a DMN modeller and takes them back: rows, cells and added inputs are the modeller's, everything else stays as
 * the file has it.
 */
public final class EditModels {
    /** Rows of the largest table that goes to the console's modeller, which draws each of them: beyond, it is slow to use. */
    public static final int MOST_ROWS = 300;

    private final EditTables tables;
    private final TableTexts texts;

    EditModels(EditTables tables, TableTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    /**
     * A table as a modeller reads it.
     *
     * @param draft empty for what judges orders
     * @throws Problem of kind INPUT where there is no such table or draft, or where it is no table for a modeller: too many
     *     rows, or DMN 1.1
     */
    public RuleModel show(String file, String draft) {
        FileSet files = tables.files(draft);
        byte[] bytes = RuleNames.bytes(files, file);
        TableSheet sheet = texts.sheet(file, bytes);
        bounded(sheet);
        return new RuleModel(file, draft, tables.seen(draft), texts.forModeller(file, bytes), further(sheet, files));
    }

    /**
     * What would be said of a table, were it saved as a modeller has it; nothing is kept.
     *
     * @param xml the modeller's file
     * @throws Problem of kind INPUT where that is no edit of the table, or more than data
     */
    public TriedModel tried(String file, String draft, String xml) {
        FileSet files = tables.files(draft);
        byte[] bytes = RuleNames.bytes(files, file);
        EditedFile edit = edited(file, bytes, xml);
        Map<String, byte[]> all = new TreeMap<>(files.files());
        all.put(file, texts.written(file, bytes, edit.after()));
        return new TriedModel(
                tables.cases().ran(new FileSet(all), file, draft),
                edit.after().titles(),
                changes(edit),
                edit.kept(),
                edit.left());
    }

    /**
     * Writes what a modeller made of a table into a draft.
     *
     * @param draft empty to begin one
     * @param seen what {@link RuleModel#seen} said when the table was opened
     * @param xml the modeller's file
     * @param note why; may be empty
     * @throws Problem of kind INPUT where that is no edit of the table, more than data, or no change; REFUSED where somebody
     *     wrote since, or where the draft is closed
     */
    public SavedModel save(String file, String draft, String seen, String xml, String note, String by) {
        byte[] bytes = RuleNames.bytes(tables.files(draft), file);
        EditedFile edit = edited(file, bytes, xml);
        byte[] written = texts.written(file, bytes, edit.after());
        RuleTable saved = tables.write(file, draft, seen, written, edit.changes(), note, by);
        return new SavedModel(saved, changes(edit), edit.kept(), edit.left());
    }

    /**
     * A modeller's file with a further input, and with all that the diagram needs for it.
     *
     * @param xml the modeller's file
     * @param input as the measure calls it
     * @return the file; nothing is kept
     * @throws Problem of kind INPUT where the table cannot have the input, or has it
     */
    public RuleModel withInput(String file, String draft, String xml, String input) {
        FileSet files = tables.files(draft);
        byte[] bytes = RuleNames.bytes(files, file);
        TableSheet now = edited(file, bytes, xml).after();
        List<SheetColumn> further = further(now, files);
        SheetColumn column = further.stream()
                .filter(one -> one.name().equals(input))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = further.stream().map(SheetColumn::name).toList();
                    return Problem.usage("Expected one of the inputs " + names + ", but got \"" + Visible.line(input)
                            + "\"" + NearestName.hint(input, names));
                });
        String with = texts.withInput(file, bytes(xml), column);
        return new RuleModel(
                file,
                draft,
                tables.seen(draft),
                with,
                further.stream().filter(one -> !one.equals(column)).toList());
    }

    /** The inputs that a table may have and has not. */
    private List<SheetColumn> further(TableSheet sheet, FileSet files) {
        List<String> there = sheet.columns().stream()
                .filter(column -> column.kind() == SheetColumn.Kind.INPUT)
                .map(SheetColumn::name)
                .toList();
        return texts.inputs(sheet.decision(), files).stream()
                .filter(column -> column.kind() == SheetColumn.Kind.INPUT)
                .filter(column -> !there.contains(column.name()))
                .toList();
    }

    private EditedFile edited(String file, byte[] bytes, String xml) {
        return texts.edited(file, bytes, file.substring(file.lastIndexOf('/') + 1), bytes(xml));
    }

    private static List<TableChange> changes(EditedFile edit) {
        return edit.changes().stream().map(TableChange::of).toList();
    }

    private static void bounded(TableSheet sheet) {
        if (sheet.rows().size() > MOST_ROWS) {
            throw Problem.usage("Expected at most " + MOST_ROWS
                    + " rows for the modeller, which draws all of them, but there" + " are "
                    + Counted.of(sheet.rows().size(), "row") + "; the grid and a spreadsheet take them");
        }
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
