package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows the lists of names that judge orders and those of drafts, and writes people's edits into drafts. */
public final class EditLists {
    private static final int MOST_EDITS = 5_000;

    private final Function<String, FileSet> files;
    private final Function<String, String> seen;
    private final Supplier<Drafts> drafts;
    private final ListTexts texts;

    /**
     * Over the same drafts as the tables.
     *
     * @param files of a draft, or of what judges where its id is empty
     * @param seen the sum of the same
     * @param drafts asked for with the first write
     */
    EditLists(
            Function<String, FileSet> files, Function<String, String> seen, Supplier<Drafts> drafts, ListTexts texts) {
        this.files = files;
        this.seen = seen;
        this.drafts = drafts;
        this.texts = texts;
    }

    /** The day that decides where none is said. */
    public LocalDate today() {
        return texts.today();
    }

    /**
     * Every list, by its name.
     *
     * @param draft empty for what judges orders
     * @param on the day that decides which entries count
     * @throws Problem of kind INPUT where there is no such draft
     */
    public List<ListLine> all(String draft, LocalDate on) {
        FileSet all = files.apply(draft);
        return texts.names(all).stream().map(name -> line(all, name, on)).toList();
    }

    /**
     * One list.
     *
     * @throws Problem of kind INPUT where there is no such list or draft, or where it cannot be read
     */
    public ListSheet show(String name, String draft, LocalDate on) {
        FileSet all = files.apply(draft);
        String file = texts.file(name);
        byte[] bytes = RuleNames.bytes(all, file);
        TableSheet sheet = texts.sheet(file, bytes);
        Draft of = draft.isEmpty() ? null : drafts.get().find(draft);
        return new ListSheet(
                line(all, name, on),
                draft,
                of == null ? "" : of.title(),
                of == null || of.state() == Draft.State.OPEN,
                seen.apply(draft),
                on,
                sheet,
                texts.further(sheet),
                texts.states(file, bytes, on),
                said(texts.findings(file, bytes, on)));
    }

    private ListLine line(FileSet all, String name, LocalDate on) {
        String file = texts.file(name);
        byte[] bytes = RuleNames.bytes(all, file);
        List<String> uses = texts.uses(all, name);
        try {
            TableSheet sheet = texts.sheet(file, bytes);
            List<String> states = texts.states(file, bytes, on);
            String trouble = states.size() == sheet.rows().size()
                    ? ""
                    : texts.findings(file, bytes, on).stream()
                            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                            .map(Finding::sentence)
                            .findFirst()
                            .orElse("");
            int soon = count(states, "expires soon");
            return new ListLine(
                    file,
                    name,
                    texts.of(sheet),
                    sheet.rows().size(),
                    count(states, "holds") + soon,
                    soon,
                    count(states, "expired"),
                    uses,
                    trouble);
        } catch (Problem unread) {
            return new ListLine(file, name, "", 0, 0, 0, 0, uses, String.valueOf(unread.getMessage()));
        }
    }

    private static int count(List<String> states, String state) {
        return (int) states.stream().filter(state::equals).count();
    }

    private static List<TableFinding> said(List<Finding> findings) {
        return findings.stream().map(TableFinding::of).toList();
    }

    /**
     * What would be said of a list, were it edited; nothing is kept.
     *
     * @throws Problem of kind INPUT where an edit is about what is not there
     */
    public TriedList tried(String name, String draft, List<TableEdit> edits, LocalDate on) {
        String file = texts.file(name);
        byte[] bytes = RuleNames.bytes(files.apply(draft), file);
        byte[] edited = edits.isEmpty() ? bytes : edited(file, bytes, edits);
        return new TriedList(said(texts.findings(file, edited, on)), texts.states(file, edited, on));
    }

    /**
     * Writes edits of a list into a draft.
     *
     * @param draft empty to begin one
     * @param was what {@link ListSheet#seen} said when they were made
     * @param note why; may be empty
     * @throws Problem of kind INPUT where an edit is about what is not there, REFUSED where somebody wrote since, or where the
     *     draft is closed
     */
    public ListSheet save(
            String name, String draft, String was, List<TableEdit> edits, String note, String by, LocalDate on) {
        if (edits.isEmpty()) {
            throw Problem.usage("Expected at least one edit, but there is none");
        }
        String file = texts.file(name);
        byte[] written = edited(file, RuleNames.bytes(files.apply(draft), file), edits);
        if (draft.isEmpty() && !seen.apply("").startsWith(was)) {
            throw Problem.refused(
                    "Expected the rules as they judge now, but they were changed since the list was shown;"
                            + " look at it again");
        }
        String why = note.isBlank() ? Counted.of(edits.size(), "edit") + " of the list " + name : note;
        return show(name, write("List " + name, draft, file, written, was, why, by), on);
    }

    /**
     * Begins a list without entries.
     *
     * @param of what its entries are: {@code instrument}
     * @param draft empty to begin one
     * @throws Problem of kind INPUT where there is such a list, or a name that none may have, REFUSED where the draft is closed
     */
    public ListSheet begin(String name, String of, String draft, String note, String by, LocalDate on) {
        byte[] empty = texts.empty(of);
        String file = texts.file(name);
        RuleNames.require(file);
        FileSet all = files.apply(draft);
        Map<String, byte[]> with = new TreeMap<>(all.files());
        if (with.put(file, empty) != null) {
            throw Problem.usage("Expected a new list, but there is one called \"" + Visible.line(name) + "\"");
        }
        RuleNames.require(new FileSet(with));
        String why = note.isBlank() ? "the list " + name + " is new" : note;
        return show(name, write("New list " + name, draft, file, empty, seen.apply(draft), why, by), on);
    }

    private String write(String title, String draft, String file, byte[] bytes, String was, String note, String by) {
        Draft into =
                draft.isEmpty() ? drafts.get().begin(title, by) : drafts.get().find(draft);
        String base = draft.isEmpty() ? into.now().sha256() : was;
        return drafts.get().write(into.id(), file, bytes, base, by, note).id();
    }

    private byte[] edited(String file, byte[] bytes, List<TableEdit> edits) {
        if (edits.size() > MOST_EDITS) {
            throw Problem.usage("Expected at most " + MOST_EDITS + " edits, but got " + edits.size());
        }
        TableSheet before = texts.sheet(file, bytes);
        return texts.written(file, bytes, EditedSheet.of(before, edits, texts.further(before)));
    }
}
