package dev.vesper.desk.workbench.editing;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Draft;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows the cases beside the rules with what the rules say of them, tries edits, and writes them into drafts. */
public final class EditCases {
    /** The most edits that are tried or written at once. */
    private static final int MOST_EDITS = 5_000;

    private final Function<String, FileSet> files;
    private final Function<String, String> seen;
    private final Supplier<Drafts> drafts;
    private final TableTexts tables;
    private final CaseTexts cases;

    /**
     * Over the same drafts as the tables.
     *
     * @param files of a draft, or of what judges where its id is empty
     * @param seen the sum of the same
     * @param drafts asked for with the first write
     */
    EditCases(
            Function<String, FileSet> files,
            Function<String, String> seen,
            Supplier<Drafts> drafts,
            TableTexts tables,
            CaseTexts cases) {
        this.files = files;
        this.seen = seen;
        this.drafts = drafts;
        this.tables = tables;
        this.cases = cases;
    }

    /**
     * What all rules say of all their cases, by file and line.
     *
     * @param draft empty for what judges orders
     * @throws Problem of kind INPUT where there is no such draft, or a rule of it cannot be used
     */
    public List<CaseResult> all(String draft) {
        return cases.run(files.apply(draft));
    }

    /**
     * The cases beside a rule.
     *
     * @throws Problem of kind INPUT where there is no such rule or draft, or the sheet cannot be read
     */
    public CaseSheet show(String rule, String draft) {
        FileSet all = files.apply(draft);
        RuleNames.bytes(all, rule);
        TableSheet sheet = cases.sheet(all, rule);
        TriedTable said = ran(all, rule);
        return new CaseSheet(
                rule,
                cases.beside(rule),
                draft,
                seen.apply(draft),
                sheet,
                further(rule, sheet),
                said.results(),
                said.trouble());
    }

    /**
     * What would be said, were a table and its cases edited; nothing is kept.
     *
     * @param edits of the table
     * @param ofCases edits of its cases
     * @throws Problem of kind INPUT where an edit is about what is not there
     */
    public TriedTable tried(String rule, String draft, List<TableEdit> edits, List<TableEdit> ofCases) {
        bounded(edits);
        bounded(ofCases);
        Map<String, byte[]> all = new TreeMap<>(files.apply(draft).files());
        byte[] bytes = RuleNames.bytes(new FileSet(all), rule);
        if (!edits.isEmpty()) {
            TableSheet before = tables.sheet(rule, bytes);
            bytes = tables.written(
                    rule, bytes, EditedSheet.of(before, edits, tables.inputs(new FileSet(all), before.decision())));
            all.put(rule, bytes);
        }
        if (!ofCases.isEmpty()) {
            FileSet edited = new FileSet(all);
            all.put(cases.beside(rule), cases.written(edited, rule, edited(edited, rule, ofCases)));
        }
        return ran(new FileSet(all), rule);
    }

    /**
     * The cases that the sheet of a limit table lacks; see {@link CaseTexts#missing}.
     *
     * @param draft empty for what judges orders
     * @throws Problem of kind INPUT where there is no such rule or draft, or the rule cannot be used
     */
    public List<MissingCase> missing(String rule, String draft) {
        FileSet all = files.apply(draft);
        RuleNames.bytes(all, rule);
        return cases.missing(all, rule);
    }

    /** Edits that add cases below those that a sheet has. */
    public static List<TableEdit> added(CaseSheet sheet, List<MissingCase> missing) {
        List<TableEdit> edits = new ArrayList<>();
        NavigableSet<String> columns = new TreeSet<>();
        missing.forEach(one -> columns.addAll(one.cells().keySet()));
        sheet.sheet().titles().forEach(columns::remove);
        columns.forEach(column -> edits.add(new TableEdit(TableEdit.Kind.ADD_INPUT, "", column, "")));
        String above = sheet.sheet().rows().isEmpty()
                ? ""
                : sheet.sheet().rows().getLast().id();
        for (int i = 0; i < missing.size(); i++) {
            String row = "+" + (i + 1);
            edits.add(new TableEdit(TableEdit.Kind.ADD_ROW, row, "", above));
            missing.get(i)
                    .cells()
                    .forEach((column, text) -> edits.add(new TableEdit(TableEdit.Kind.CELL, row, column, text)));
            above = row;
        }
        return edits;
    }

    /**
     * Writes edits of the cases of a rule into a draft.
     *
     * @param draft empty to begin one
     * @param was what {@link CaseSheet#seen} said when they were made
     * @param note why; may be empty
     * @throws Problem of kind INPUT where an edit is about what is not there, REFUSED where somebody wrote since, or where the
     *     draft is closed
     */
    public CaseSheet save(String rule, String draft, String was, List<TableEdit> edits, String note, String by) {
        if (edits.isEmpty()) {
            throw Problem.usage("Expected at least one edit, but there is none");
        }
        bounded(edits);
        FileSet all = files.apply(draft);
        RuleNames.bytes(all, rule);
        byte[] written = cases.written(all, rule, edited(all, rule, edits));
        if (draft.isEmpty() && !seen.apply("").startsWith(was)) {
            throw Problem.refused("Expected the rules as they judge now, but they were changed since the cases were"
                    + " shown; look at them again");
        }
        Draft into = draft.isEmpty()
                ? drafts.get().begin("Cases of " + rule, by)
                : drafts.get().find(draft);
        drafts.get()
                .write(
                        into.id(),
                        cases.beside(rule),
                        written,
                        draft.isEmpty() ? into.now().sha256() : was,
                        by,
                        note.isBlank() ? Counted.of(edits.size(), "edit") + " of cases" : note);
        return show(rule, into.id());
    }

    private static void bounded(List<TableEdit> edits) {
        if (edits.size() > MOST_EDITS) {
            throw Problem.usage("Expected at most " + MOST_EDITS + " edits, but got " + edits.size());
        }
    }

    private TableSheet edited(FileSet all, String rule, List<TableEdit> edits) {
        TableSheet before = cases.sheet(all, rule);
        return EditedSheet.of(before, edits, further(rule, before));
    }

    private List<SheetColumn> further(String rule, TableSheet sheet) {
        List<String> titles = sheet.titles();
        return cases.columns(rule).stream()
                .filter(column -> !titles.contains(column.name()))
                .toList();
    }

    /** What is said of a rule and its cases. */
    TriedTable ran(FileSet all, String rule) {
        List<Finding> findings = tables.kind(rule).isPresent() && rule.endsWith(".dmn")
                ? tables.findings(rule, RuleNames.bytes(all, rule))
                : List.of();
        List<TableFinding> said = findings.stream().map(TableFinding::of).toList();
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            return new TriedTable(said, List.of(), "The cases run when the table has no error any more.");
        }
        try {
            return new TriedTable(said, cases.run(all, rule), "");
        } catch (Problem unusable) {
            return new TriedTable(said, List.of(), String.valueOf(unusable.getMessage()));
        }
    }
}
