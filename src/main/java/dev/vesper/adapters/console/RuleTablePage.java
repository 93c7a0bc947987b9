package dev.vesper.adapters.console;

import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.Drafts;
import dev.vesper.desk.workbench.editing.RuleTable;
import dev.vesper.desk.workbench.editing.TableFinding;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One decision table and its cases: plain tables for whoever reads, grids that stay quick at thousands of rows for whoever edits. */
public final class RuleTablePage implements Page {
    /** Where the grid asks for the table that judges orders. */
    public static final PagePath TABLE = new PagePath("rules/{folder}/{name}/table");

    /** Where the grid asks for the table of a draft. */
    public static final PagePath OF_DRAFT = new PagePath("rules/{folder}/{name}/table/{draft}");

    /** Where the grid asks for the cases beside the table that judges orders. */
    public static final PagePath CASES = new PagePath("rules/{folder}/{name}/cases");

    /** Where the grid asks for those of a draft. */
    public static final PagePath CASES_OF_DRAFT = new PagePath("rules/{folder}/{name}/cases/{draft}");

    /** Where the grid asks for the cases that the sheet lacks. */
    public static final PagePath MISSING = new PagePath("rules/{folder}/{name}/missing-cases");

    /** Where the grid asks for those of a draft. */
    public static final PagePath MISSING_OF_DRAFT = new PagePath("rules/{folder}/{name}/missing-cases/{draft}");

    /** Where the table is handed over as a file; {@code ?draft=D-1} as a draft has it. */
    public static final PagePath FILE = new PagePath("rules/{folder}/{name}/file/{format}");

    /** What the table can be had as. */
    private static final List<String> FORMATS = List.of("xlsx", "csv", "dmn");

    /** Characters of one form that a browser sends. */
    private static final int LONGEST = 60_000;

    /** Rows that are shown without a script. */
    private static final int SHOWN = 200;

    private static final String ENDING = ".dmn";

    /**
     * What the template shows.
     *
     * @param since when this version came to judge orders; empty where it does not
     * @param columns one a column
     * @param rows the first of them
     * @param more how many there are beyond, in words; empty where all are shown
     * @param findings what is to be said of the cells
     * @param inputs that could be added
     * @param may whether whoever looks may edit here
     * @param facts where the grid asks for the whole table
     * @param cases beside it
     * @param casesFacts where the grid asks for them
     * @param missing where it asks for those that the sheet lacks; empty for a table to which none are proposed
     * @param tries where edits are tried
     * @param save where edits are sent
     * @param longest characters of one form
     * @param active the table that judges
     * @param downloads what the table can be had as
     * @param upload where files are sent that were edited elsewhere
     * @param largest bytes of such a file
     */
    public record Model(
            String file,
            String name,
            String decision,
            String kind,
            String says,
            String hitPolicy,
            String version,
            String count,
            String since,
            String draft,
            String draftTitle,
            boolean open,
            String seen,
            List<Column> columns,
            List<Row> rows,
            String more,
            List<Said> findings,
            List<String> inputs,
            boolean may,
            String facts,
            CasesPart cases,
            String casesFacts,
            String missing,
            String tries,
            String save,
            int longest,
            String active,
            List<Download> downloads,
            String upload,
            int largest) {}

    /** A kind of file that the table can be had as. */
    public record Download(String word, String href) {}

    /**
     * One column.
     *
     * @param asks its type and the values it may have, for people
     */
    public record Column(String title, String kind, String asks) {}

    /** One row, its number counted from 1. */
    public record Row(int number, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param found whether something is said of it
     */
    public record Cell(String text, boolean found) {}

    /**
     * What is said of a cell.
     *
     * @param where for people: {@code row 2, limit}
     * @param row counted from 1; 0 of the whole table
     */
    public record Said(String where, int row, String column, String sentence, String example, Tone tone, String word) {}

    @Override
    public String word() {
        return "rule-table";
    }

    @Override
    public String title() {
        return "Rule";
    }

    @Override
    public String help() {
        return "rule-tables#in-the-console";
    }

    @Override
    public PagePath path() {
        return new PagePath("rules/{folder}/{name}");
    }

    @Override
    public boolean edits(Record model) {
        return true;
    }

    /** Where the table of a file is shown. */
    static String href(String file, String draft) {
        return PagePath.ROOT + "rules/" + file.substring(0, file.length() - ENDING.length())
                + (draft.isEmpty() ? "" : "?draft=" + draft);
    }

    /** The file that a path names. */
    public static String file(Map<String, String> path) {
        return path.getOrDefault("folder", "") + "/" + path.getOrDefault("name", "") + ENDING;
    }

    /** The table as a file to keep. */
    public static ReportFile download(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        return operations
                .ruleFiles()
                .show(
                        file(asked.path()),
                        asked.query().getOrDefault("draft", ""),
                        asked.path().getOrDefault("format", ""));
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        String draft = asked.query().getOrDefault("draft", "");
        RuleTable table = operations.ruleTables().show(file(asked.path()), draft);
        List<Column> columns = columns(table);
        Instant since = table.line().activeSince();
        int all = table.sheet().rows().size();
        String base = path().fill(asked.path());
        String of = draft.isEmpty() ? "" : "/" + draft;
        return new Model(
                table.line().file(),
                table.line().name(),
                table.sheet().decision(),
                table.line().kind(),
                table.line().sentence(),
                table.sheet().hitPolicy(),
                table.line().version(),
                Counted.of(all, "row"),
                since == null ? "" : Numbers.stamp(since),
                table.draft(),
                table.draftTitle(),
                table.open(),
                table.seen(),
                columns,
                rows(table),
                all > SHOWN ? "The first " + SHOWN + " of " + Counted.of(all, "row") + "." : "",
                table.findings().stream().map(RuleTablePage::said).toList(),
                table.inputs().stream().map(SheetColumn::name).toList(),
                table.open()
                        && asked.caller() instanceof SignedIn
                        && asked.caller().may(Permission.EDIT_RULES),
                base + "/table" + of,
                CasesPart.of(operations.ruleCases().show(file(asked.path()), draft)),
                base + "/cases" + of,
                table.line().file().startsWith("limits/") ? base + "/missing-cases" + of : "",
                base + "/tries",
                base + "/save",
                LONGEST,
                base,
                FORMATS.stream()
                        .map(format -> new Download(
                                format.toUpperCase(Locale.ROOT),
                                base + "/file/" + format + (draft.isEmpty() ? "" : "?draft=" + draft)))
                        .toList(),
                base + "/file",
                Drafts.LARGEST);
    }

    private static List<Column> columns(RuleTable table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.sheet().columns().size(); c++) {
            SheetColumn column = table.sheet().columns().get(c);
            String allowed = column.allowed().isEmpty() ? "" : ": " + column.allowed();
            columns.add(new Column(
                    table.sheet().titles().get(c),
                    column.kind().word(),
                    (column.kind().word() + " " + column.type()).strip() + allowed));
        }
        return columns;
    }

    private static List<Row> rows(RuleTable table) {
        List<String> titles = table.sheet().titles();
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < Math.min(SHOWN, table.sheet().rows().size()); r++) {
            List<String> texts = table.sheet().rows().get(r).cells();
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < texts.size(); c++) {
                int row = r + 1;
                String title = titles.get(c);
                cells.add(new Cell(
                        texts.get(c),
                        table.findings().stream()
                                .anyMatch(f -> f.row() == row && f.column().equals(title))));
            }
            rows.add(new Row(r + 1, cells));
        }
        return rows;
    }

    static Said said(TableFinding finding) {
        String row = finding.row() == 0 ? "" : "row " + finding.row();
        String where = row + (row.isEmpty() || finding.column().isEmpty() ? "" : ", ") + finding.column();
        return new Said(
                Optional.of(where).filter(w -> !w.isEmpty()).orElse("the table"),
                finding.row(),
                finding.column(),
                finding.sentence(),
                finding.example(),
                FindingLine.tone(finding.severity()),
                finding.severity().name().toLowerCase(Locale.ROOT));
    }
}
