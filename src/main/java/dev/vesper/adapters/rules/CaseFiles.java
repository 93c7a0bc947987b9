package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.CsvFile;
import dev.vesper.adapters.text.Header;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.editing.CaseResult;
import dev.vesper.desk.workbench.editing.CaseTexts;
import dev.vesper.desk.workbench.editing.MissingCase;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.SheetRow;
import dev.vesper.desk.workbench.sheet.TableSheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@code *.scenarios.csv} files beside the rules. */
public final class CaseFiles implements CaseTexts {
    /** What a case expects, and how that is told from what it says of the account. */
    private static final Set<String> EXPECTED = Set.of("outcome", "permitted", "approvals");

    private static final String NAME = "case";

    private final Path state;

    /** @param state where {@code ./vesper rules trust} keeps its list */
    public CaseFiles(Path state) {
        this.state = state;
    }

    @Override
    public String beside(String rule) {
        return rule.substring(0, rule.lastIndexOf('.')) + Scenarios.ENDING;
    }

    @Override
    public TableSheet sheet(FileSet files, String rule) {
        String file = beside(rule);
        byte[] bytes = files.files().get(file);
        if (bytes == null) {
            return sheet(rule, needed(file).stream().map(CaseFiles::column).toList(), List.of());
        }
        return CsvSheet.read(RuleFile.of(file, bytes), rule, header -> require(file, header), CaseFiles::column);
    }

    private static TableSheet sheet(String rule, List<SheetColumn> columns, List<SheetRow> rows) {
        return new TableSheet(rule, "", "", columns, rows);
    }

    private static void require(String file, Header header) {
        header.mustBe(needed(file), optional(file));
    }

    private static List<String> needed(String file) {
        return Scenarios.ofApprovals(file) ? ApprovalCase.NEEDED : ScenarioCase.NEEDED;
    }

    private static List<String> optional(String file) {
        return Scenarios.ofApprovals(file) ? ApprovalCase.OPTIONAL : ScenarioCase.OPTIONAL;
    }

    /** In the order of the file, so none is of the kind that other columns stand before. */
    private static SheetColumn column(String name) {
        return new SheetColumn(SheetColumn.Kind.ANNOTATION, name, "", EXPECTED.contains(name) ? "expected" : "", "");
    }

    @Override
    public List<SheetColumn> columns(String rule) {
        String file = beside(rule);
        return Stream.concat(needed(file).stream(), optional(file).stream())
                .map(CaseFiles::column)
                .toList();
    }

    @Override
    public byte[] written(FileSet files, String rule, TableSheet edited) {
        byte[] bytes = files.files().getOrDefault(beside(rule), new byte[0]);
        return CsvSheet.written(bytes, sheet(files, rule), edited);
    }

    @Override
    public List<CaseResult> run(FileSet files, String rule) {
        String file = beside(rule);
        byte[] bytes = files.files().get(file);
        if (bytes == null) {
            return List.of();
        }
        return run(RuleFile.of(file, bytes), new DroolsRuleBook(alone(files, rule), RuleTrust.of(state)));
    }

    @Override
    public List<MissingCase> missing(FileSet files, String rule) {
        String file = beside(rule);
        RuleFile sheet = RuleFile.of(file, files.files().getOrDefault(file, new byte[0]));
        DroolsRuleBook book = new DroolsRuleBook(alone(files, rule), RuleTrust.of(state));
        return book.limit(sheet.rule().name())
                .map(table -> MissingCases.of(book, table, sheet))
                .orElse(List.of());
    }

    /** Without the other rules, and without the list of those that must be there. */
    private static FileSet alone(FileSet files, String rule) {
        Map<String, byte[]> kept = new TreeMap<>(files.files());
        kept.keySet()
                .removeIf(path -> path.equals(RequiredRules.FILE)
                        || (!path.equals(rule) && (path.endsWith(".dmn") || path.endsWith(".drl"))));
        return new FileSet(kept);
    }

    @Override
    public List<CaseResult> run(FileSet files) {
        DroolsRuleBook rules = new DroolsRuleBook(files, RuleTrust.of(state));
        List<CaseResult> results = new ArrayList<>();
        files.files().forEach((path, bytes) -> {
            if (path.endsWith(Scenarios.ENDING)) {
                results.addAll(run(RuleFile.of(path, bytes), rules));
            }
        });
        return results;
    }

    private static List<CaseResult> run(RuleFile sheet, DroolsRuleBook rules) {
        List<CaseResult> results = new ArrayList<>();
        CsvFile.readText("rules/" + sheet.path(), sheet.text(), header -> {
            require(sheet.path(), header);
            return row -> results.add(result(sheet, row, rules));
        });
        return results;
    }

    private static CaseResult result(RuleFile sheet, Row row, DroolsRuleBook rules) {
        try {
            ScenarioResult said = Scenarios.judge(sheet, row, rules);
            return new CaseResult(
                    said.rule(),
                    said.file(),
                    Math.toIntExact(said.line()),
                    said.name(),
                    said.passed(),
                    said.expected(),
                    said.got(),
                    said.row(),
                    said.accepted());
        } catch (Problem unread) {
            return CaseResult.unread(
                    sheet.rule().name(),
                    sheet.path(),
                    Math.toIntExact(row.line()),
                    row.textOr(NAME, ""),
                    String.valueOf(unread.getMessage()));
        }
    }
}
