package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.sheet.EditedFile;
import dev.vesper.desk.workbench.sheet.SheetChange;
import dev.vesper.desk.workbench.sheet.SheetFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Hands tables over as files that people edit elsewhere, and takes what they made of them. */
public final class EditFiles {
    /** Differences that are told in words. */
    private static final int SHOWN = 200;

    private final Function<String, FileSet> files;
    private final TableTexts texts;
    private final EditCases cases;
    private final Saves saves;

    /** Writes a table into a draft. */
    @FunctionalInterface
    interface Saves {
        /**
         * Writes it.
         *
         * @param changes what it is, beside the table as it was
         */
        RuleTable save(
                String file,
                String draft,
                String seen,
                byte[] written,
                List<SheetChange> changes,
                String note,
                String by);
    }

    EditFiles(Function<String, FileSet> files, TableTexts texts, EditCases cases, Saves saves) {
        this.files = files;
        this.texts = texts;
        this.cases = cases;
        this.saves = saves;
    }

    /**
     * A table as a file.
     *
     * @throws Problem of kind INPUT where there is no such table or draft
     */
    public byte[] written(String file, String draft, SheetFormat format) {
        return texts.exported(file, RuleNames.bytes(files.apply(draft), file), format);
    }

    /**
     * What an edited file would make of a table, and what would be said of it.
     *
     * @param name of the edited file, whose ending says what it is
     * @throws Problem of kind INPUT where it is of no such kind, damaged, larger than any table, or made to harm
     */
    public FileLook look(String file, String draft, String name, byte[] edited) {
        FileSet rules = files.apply(draft);
        byte[] bytes = RuleNames.bytes(rules, file);
        EditedFile read = read(rules, file, name, edited);
        if (!read.refused().isEmpty()) {
            return new FileLook(
                    read.refused(),
                    0,
                    List.of(),
                    read.kept(),
                    new TriedTable(List.of(), List.of(), "Nothing is kept."));
        }
        Map<String, byte[]> all = new TreeMap<>(rules.files());
        all.put(file, texts.written(file, bytes, read.after()));
        List<SheetChange> changes = read.changes();
        return new FileLook(
                List.of(),
                changes.size(),
                changes.stream().limit(SHOWN).map(SheetChange::sentence).toList(),
                read.kept(),
                cases.ran(new FileSet(all), file));
    }

    /**
     * Writes what an edited file makes of a table into a draft, all of it or nothing.
     *
     * @param draft empty to begin one
     * @param seen what {@link RuleTable#seen} said when the file was handed over or looked at
     * @param note why; may be empty
     * @throws Problem of kind INPUT where a part of the file cannot be taken or changes nothing, REFUSED where somebody wrote
     *     since, or where the draft is closed
     */
    public RuleTable save(String file, String draft, String seen, String name, byte[] edited, String note, String by) {
        FileSet rules = files.apply(draft);
        byte[] bytes = RuleNames.bytes(rules, file);
        EditedFile read = read(rules, file, name, edited);
        if (!read.refused().isEmpty()) {
            throw Problem.usage(read.refused().size() + " cells or parts of " + name + " do not hold; nothing was"
                    + " written. " + read.refused().getFirst());
        }
        return saves.save(file, draft, seen, texts.written(file, bytes, read.after()), read.changes(), note, by);
    }

    /** One at a time: what is packed may be many times larger. */
    private synchronized EditedFile read(FileSet rules, String file, String name, byte[] edited) {
        if (edited.length > Drafts.LARGEST) {
            throw Problem.usage("Expected a file of at most " + Drafts.LARGEST + " bytes, but " + edited.length
                    + " were given; take fewer rows");
        }
        return texts.edited(rules, file, name, edited);
    }
}
