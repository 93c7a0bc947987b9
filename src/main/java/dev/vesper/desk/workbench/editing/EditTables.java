package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.ActiveRules;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.sheet.SheetChange;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the tables that judge orders and those of drafts, and writes people's edits into drafts. */
public final class EditTables {
    /** Versions that are looked back at to say since when a file has been as it is. */
    private static final int LOOKED_BACK = 50;

    /** The most edits that are written at once. */
    private static final int MOST_EDITS = 5_000;

    private static final int SHOWN_CHANGES = 3;

    private final ActiveRules active;
    private final Function<ActiveVersion, FileSet> past;
    private final Supplier<Drafts> drafts;
    private final TableTexts texts;
    private final EditCases cases;
    private final EditFiles edited;
    private final EditLists lists;
    private final EditModels models;

    /**
     * @param past the files of a version that judged
     * @param drafts asked for with the first draft
     */
    public EditTables(
            ActiveRules active,
            Function<ActiveVersion, FileSet> past,
            Supplier<Drafts> drafts,
            TableTexts texts,
            CaseTexts cases,
            ListTexts lists) {
        this.active = active;
        this.past = past;
        this.drafts = drafts;
        this.texts = texts;
        this.cases = new EditCases(this::files, this::base, this::seen, drafts, texts, cases);
        this.edited = new EditFiles(this::files, texts, this.cases, this::write);
        this.lists = new EditLists(this::files, this::seen, drafts, lists);
        this.models = new EditModels(this, texts);
    }

    /** The lists of names beside the same tables. */
    public EditLists lists() {
        return lists;
    }

    /** The same tables in a modeller. */
    public EditModels models() {
        return models;
    }

    /** The same tables as files that people edit elsewhere. */
    public EditFiles files() {
        return edited;
    }

    /** The cases beside the same tables. */
    public EditCases cases() {
        return cases;
    }

    /**
     * Every rule, by its path.
     *
     * @param draft empty for what judges orders
     * @throws Problem of kind INPUT where there is no such draft
     */
    public List<RuleLine> all(String draft) {
        FileSet files = files(draft);
        List<FileSet> before = draft.isEmpty() ? before() : List.of();
        List<RuleLine> lines = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
            if (texts.kind(file.getKey()).isPresent()) {
                lines.add(line(files, file.getKey(), since(file.getKey(), file.getValue(), before)));
            }
        }
        return lines;
    }

    /**
     * One table.
     *
     * @throws Problem of kind INPUT where there is no such file or draft, or where the file is no table that can be read
     */
    public RuleTable show(String file, String draft) {
        FileSet files = files(draft);
        byte[] bytes = RuleNames.bytes(files, file);
        TableSheet sheet = texts.sheet(file, bytes);
        Set<String> there = sheet.columns().stream()
                .map(column -> column.kind() + " " + column.name())
                .collect(Collectors.toSet());
        Draft of = draft.isEmpty() ? null : drafts.get().find(draft);
        return new RuleTable(
                line(files, file, draft.isEmpty() ? since(file, bytes, before()) : null),
                draft,
                of == null ? "" : of.title(),
                of == null || of.state() == Draft.State.OPEN,
                seen(draft),
                sheet,
                texts.inputs(sheet.decision(), files).stream()
                        .filter(column -> !there.contains(column.kind() + " " + column.name()))
                        .toList(),
                texts.findings(file, base(draft), files).stream()
                        .map(TableFinding::of)
                        .toList());
    }

    /**
     * Writes edits into a draft.
     *
     * @param draft empty to begin one
     * @param seen what {@link RuleTable#seen} said when they were made
     * @param note why; may be empty
     * @return the table as it is now, with its draft
     * @throws Problem of kind INPUT where an edit is about what is not there, REFUSED where somebody wrote since, or where the
     *     draft is closed
     */
    public RuleTable save(String file, String draft, String seen, List<TableEdit> edits, String note, String by) {
        if (edits.isEmpty() || edits.size() > MOST_EDITS) {
            throw Problem.usage("Expected between 1 and " + MOST_EDITS + " edits, but got " + edits.size());
        }
        byte[] bytes = RuleNames.bytes(files(draft), file);
        TableSheet before = texts.sheet(file, bytes);
        TableSheet after = EditedSheet.of(before, edits, texts.inputs(before.decision(), files(draft)));
        return write(
                file, draft, seen, texts.written(file, bytes, after), SheetChange.between(before, after), note, by);
    }

    /** The kinds of table that can be begun. */
    public List<NewTable> kinds() {
        return texts.kinds();
    }

    /**
     * Begins a table in a draft, with its sheet of cases: its one row takes everything and limits nothing.
     *
     * @param decision of one of the {@link #kinds}
     * @param name of the rule, such as {@code issuer-limit}
     * @param inputs that it asks for, one at least
     * @param draft empty to begin one
     * @param note why; may be empty
     * @throws Problem of kind INPUT where there is such a rule, or one of these is none, REFUSED where the draft is closed
     */
    public RuleTable begin(String decision, String name, List<String> inputs, String draft, String note, String by) {
        NewTable.Begun begun = texts.begun(decision, name, inputs);
        boolean there = files(draft).files().keySet().stream()
                .anyMatch(path -> named(path).equals(name) && texts.kind(path).isPresent());
        if (there) {
            throw Problem.usage("Expected a new rule, but there is one called \"" + name + "\"");
        }
        Draft into = draft.isEmpty()
                ? drafts.get().begin("New table " + name, by)
                : drafts.get().find(draft);
        Map<String, byte[]> all = new TreeMap<>(drafts.get().files(into.id()).files());
        all.putAll(begun.files().files());
        drafts.get()
                .replace(
                        into.id(),
                        new FileSet(all),
                        into.now().sha256(),
                        by,
                        note.isBlank() ? "the table " + name + " is new" : note);
        return show(begun.file(), into.id());
    }

    /** What the rule of a file is called. */
    private static String named(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.indexOf('.'));
    }

    /** Writes a table into a draft; as {@link #save}. */
    RuleTable write(
            String file, String draft, String seen, byte[] written, List<SheetChange> changes, String note, String by) {
        if (changes.isEmpty()) {
            throw Problem.usage("Expected edits that change something, but the table is as it was");
        }
        if (draft.isEmpty() && !active.standing().version().isMeantBy(seen)) {
            throw Problem.refused("Expected the rules as they judge now, but they were changed since the table was"
                    + " shown; look at it again");
        }
        Draft into = draft.isEmpty()
                ? drafts.get().begin("Change " + file, by)
                : drafts.get().find(draft);
        Draft now = drafts.get()
                .write(
                        into.id(),
                        file,
                        written,
                        draft.isEmpty() ? into.now().sha256() : seen,
                        by,
                        note.isBlank() ? said(changes) : note);
        return show(file, now.id());
    }

    private static String said(List<SheetChange> changes) {
        List<String> first = changes.stream()
                .limit(SHOWN_CHANGES)
                .map(SheetChange::sentence)
                .map(sentence -> sentence.length() > 120 ? sentence.substring(0, 120) + "..." : sentence)
                .toList();
        int more = changes.size() - first.size();
        return Visible.line(String.join("; ", first)) + (more == 0 ? "" : " and " + more + " more");
    }

    FileSet files(String draft) {
        return draft.isEmpty() ? active.files() : drafts.get().files(draft);
    }

    /** What a draft was begun on, or merged with; of what judges, itself. */
    private FileSet base(String draft) {
        return draft.isEmpty() ? active.files() : drafts.get().base(draft);
    }

    String seen(String draft) {
        return draft.isEmpty()
                ? active.standing().version().sha256()
                : drafts.get().find(draft).now().sha256();
    }

    private RuleLine line(FileSet files, String file, @Nullable Instant since) {
        String kind = texts.kind(file).orElse("");
        String name = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        byte[] bytes = RuleNames.bytes(files, file);
        String version = Sha256.shortOf(bytes);
        if (!file.endsWith(".dmn")) {
            return new RuleLine(file, name, kind, version, texts.rules(bytes), texts.about(bytes), since, "");
        }
        try {
            TableSheet sheet = texts.sheet(file, bytes);
            String sentence = texts.sentence(sheet.decision()).orElse(sheet.description());
            return new RuleLine(file, name, kind, version, sheet.rows().size(), sentence, since, "");
        } catch (Problem unread) {
            return new RuleLine(file, name, kind, version, 0, "", since, String.valueOf(unread.getMessage()));
        }
    }

    /** The versions that judged, newest first. */
    private List<FileSet> before() {
        List<ActiveVersion> all = active.all();
        return all.reversed().stream().limit(LOOKED_BACK).map(past).toList();
    }

    private @Nullable Instant since(String file, byte[] bytes, List<FileSet> before) {
        List<ActiveVersion> newest = active.all().reversed();
        Instant since = null;
        for (int v = 0; v < before.size() && v < newest.size(); v++) {
            if (!Arrays.equals(before.get(v).files().get(file), bytes)) {
                return since;
            }
            since = newest.get(v).since();
        }
        return since;
    }
}
