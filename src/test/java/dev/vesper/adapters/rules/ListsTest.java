package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleDifference;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.testing.Folders;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of rules/lists: what they say, what is said of them, and the tables and code that ask for them. */
class ListsTest {
    private static final String HEAD = "instrument,owner,reason,from,until\n";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRules() {
        Folders.copy(Path.of("rules"), folder);
    }

    @Test
    void theRestrictedListDeniesWithItsReasonAsLongAsItHolds() throws IOException {
        list("restricted", HEAD + "IBM,legal,merger talks,,2018-04-30\nXOM,legal,over,,2018-04-10\n");
        AccountBook book = Books.cash(1_000_000)
                .orders(Orders.buy("1", "IBM", 10), Orders.buy("2", "XOM", 10))
                .instrument("IBM", "Equity", "Tech")
                .instrument("XOM", "Equity", "Energy")
                .book();
        List<Verdict> denied = Trusted.rules(folder).check(book).stream()
                .filter(v -> v.rule().name().equals("restricted-list"))
                .toList();
        assertEquals(1, denied.size());
        assertEquals(Outcome.DENY, denied.getFirst().outcome());
        assertEquals(
                "Buying IBM is not allowed: it is on the restricted list: merger talks (legal, until 2018-04-30).",
                denied.getFirst().reason());
        assertTrue(Trusted.rules(folder).versions().containsKey("lists/restricted.csv"));
    }

    @Test
    void aTableAsksForAListAndALimitMeasuresOne() throws IOException {
        list("esg-exclusions", "sector,owner,reason,until\nEnergy,board,no oil,\n");
        Files.writeString(
                folder.resolve("compliance/exclusions.dmn"), complianceTable("On list esg exclusions", "true"));
        String weight = Files.readString(folder.resolve("limits/sector-weight.dmn"))
                .replace("sector-weight", "list-weight")
                .replace("Sector weight", "List weight")
                .replace("name=\"Sector\"", "name=\"List\"")
                .replace("<text>Sector</text>", "<text>List</text>")
                .replace("<text>0.60</text>", "<text>0.10</text>")
                .replace("<text>0.45</text>", "<text>0.05</text>");
        Files.writeString(folder.resolve("limits/list-weight.dmn"), weight);
        AccountBook book = Books.cash(80_000)
                .holds("XOM", 200)
                .instrument("XOM", "Equity", "Energy")
                .instrument("IBM", "Equity", "Tech")
                .orders(Orders.buy("1", "XOM", 10), Orders.buy("2", "IBM", 10))
                .book();
        DroolsRuleBook rules = Trusted.rules(folder);
        List<String> said = rules.check(book).stream()
                .filter(v ->
                        List.of("exclusions", "list-weight").contains(v.rule().name()))
                .map(v -> v.rule().name() + " " + v.subject() + " " + v.outcome())
                .toList();
        assertEquals(List.of("exclusions 1 DENY", "list-weight ACC1/esg-exclusions WARN"), said);
        assertEquals(
                "Buying 10 XOM is not allowed (row 1): it is excluded. List esg-exclusions: no oil (board).",
                rules.check(book).stream()
                        .filter(v -> v.rule().name().equals("exclusions"))
                        .findFirst()
                        .orElseThrow()
                        .reason());
        assertTrue(
                rules.refused(book, List.of(Orders.buy("1", "XOM", 10))).stream()
                        .anyMatch(bound -> bound.why().rule().name().equals("exclusions")),
                "the plan is told");
        assertEquals(
                new BigDecimal("10000.00"),
                rules.bounds(book, List.of("XOM", "IBM")).shared().stream()
                        .filter(bound -> bound.subject().equals("ACC1/esg-exclusions"))
                        .findFirst()
                        .orElseThrow()
                        .most()
                        .setScale(2));
    }

    @Test
    void aListThatNobodyKeepsIsRefusedWithTheNearest() throws IOException {
        list("esg-exclusions", HEAD + "XOM,board,no oil,,\n");
        Files.writeString(
                folder.resolve("compliance/exclusions.dmn"), complianceTable("On list esg exclusion", "true"));
        Problem refused =
                assertThrows(Problem.class, () -> new DroolsRuleBook(RulesFolder.read(folder), Trusted.all(folder)));
        assertTrue(refused.getMessage().contains("maybe \"On list esg exclusions\" is meant"), refused::getMessage);
    }

    @Test
    void aCaseSaysItsOwnLists() throws IOException {
        list("esg-exclusions", HEAD + "XOM,board,no oil,,\n");
        Files.writeString(
                folder.resolve("compliance/exclusions.dmn"), complianceTable("On list esg exclusions", "true"));
        Files.writeString(folder.resolve("compliance/exclusions.scenarios.csv"), """
                case,cash,prices,orders,lists,subject,outcome
                What is on the list may not be bought,1000,IBM 100,buy 5 IBM,IBM esg-exclusions; XOM restricted,IBM,deny
                What is on another may,1000,IBM 100,buy 5 IBM,IBM restricted,account,pass
                The list of the rules does not count here,1000,XOM 100,buy 5 XOM,,account,pass
                """);
        List<ScenarioResult> results = Scenarios.run(folder, Trusted.rules(folder)).stream()
                .filter(result -> result.rule().equals("exclusions"))
                .toList();
        assertEquals(3, results.size());
        results.forEach(result -> assertTrue(result.passed(), result::toString));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            IBM,,talks,,2018-05-30 | ERROR 2 1 owner no-owner
            IBM,legal,,,2018-05-30 | ERROR 2 1 reason no-reason
            ,legal,talks,,2018-05-30 | ERROR 2 1 instrument no-name
            IBM,legal,talks,2018-05-30,2018-05-01 | ERROR 2 1 until until-before-from
            IBM,legal,talks,,31.05.2018 | ERROR 2 1 until no-date
            IBM,legal,"=HYPERLINK(""http://x"")",,2018-05-30 | ERROR 2 1 reason formula
            @IBM,legal,talks,,2018-05-30 | ERROR 2 1 instrument formula
            IBM,legal,"talks\\nXOM,legal,talks,,",,2018-05-30 | ERROR 2 1 reason not-visible
            I\\u200bBM,legal,talks,,2018-05-30 | ERROR 2 1 instrument not-visible
            IBM,legal,talks,,2018-05-30\\nIBM,legal,again,2018-05-30, | ERROR 3 2 instrument duplicate
            IBN,legal,talks,,2018-05-30 | WARNING 2 1 instrument unknown-word
            \\u0406BM,legal,talks,,2018-05-30 | WARNING 2 1 instrument unknown-word
            IBM,legal,talks,,2018-04-10 | HINT 0 1 until expired
            IBM,legal,talks,,2018-05-10 | WARNING 0 1 until expires-soon
            IBM,legal,talks,2018-04-12,2018-06-10 | HINT 0 1 from not-yet
            IBM,legal,talks,, | HINT 0 0  no-expiry
            """)
    void whatIsFoundIsToldByItsCell(String lines, String expected) throws IOException {
        String text = lines.replace("\\n", "\n").replace("\\u200b", "\u200b").replace("\\u0406", "\u0406");
        Path file = list("restricted", HEAD + text + "\n");
        KnownFirm firm = new KnownFirm(FirmColumns.NONE, Map.of("Symbol", new TreeSet<>(List.of("IBM", "XOM"))));
        List<String> found = CheckedFile.of(file, firm, LocalDate.of(2018, 4, 11)).findings().stream()
                .map(f -> f.severity() + " " + f.line() + " " + f.row() + " " + f.column() + " " + f.code())
                .toList();
        assertTrue(found.contains(expected), () -> expected + " in " + found);
    }

    @Test
    void theListOfThePageHolds() throws IOException {
        Path file = list("restricted", HowToPage.of("rules.md").block("csv"));
        assertTrue(CheckedFile.of(file, KnownFirm.ANY).holds());
        assertEquals(2, Trusted.rules(folder).lists().getFirst().entries().size());
    }

    @Test
    void aNameMayComeBackOnceItHasExpired() throws IOException {
        Path file = list("restricted", HEAD + """
                IBM,legal,talks,2018-01-01,2018-02-01
                IBM,legal,talks again,2018-04-01,2018-05-30
                """);
        assertTrue(CheckedFile.of(file, KnownFirm.ANY).holds());
    }

    @Test
    void aListOfAHundredThousandIsRead() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        IntStream.range(0, 100_000).forEach(i -> text.append("S").append(i).append(",legal,talks,,2030-01-01\n"));
        Path file = list("restricted", text.toString());
        KnownFirm firm = new KnownFirm(FirmColumns.NONE, Map.of("Symbol", new TreeSet<>(List.of("S1", "S2"))));
        assertEquals(
                51,
                CheckedFile.of(file, firm).findings().stream()
                        .filter(f -> f.code().equals("unknown-word"))
                        .count());
        NamedList list = Trusted.rules(folder).lists().getFirst();
        assertEquals(100_000, list.entries().size());
    }

    @Test
    void aListWithoutWhatItsEntriesAreIsRefused() throws IOException {
        list("restricted", "name,owner,reason,until\nIBM,legal,talks,\n");
        Problem refused = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(
                refused.getMessage()
                        .startsWith("rules/lists/restricted.csv:1: Expected one column that says what the entries are,"
                                + " one of [instrument, issuer, country, sector], but there is none"),
                refused::getMessage);
        list("restricted", HEAD);
        list("Restricted", HEAD);
        Problem twins = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(twins.getMessage().contains("mean the same list"), twins::getMessage);
    }

    @Test
    void aFolderIsLookedAtWithItsListsAndADifferenceIsTheirLines() throws IOException {
        FileSet before = RulesFolder.read(folder);
        Map<String, byte[]> files = new HashMap<>(before.files());
        files.put("lists/restricted.csv", (HEAD + "IBM,,talks,,\n").getBytes(StandardCharsets.UTF_8));
        List<Finding> found = new FolderCheck(folder).of(new FileSet(files));
        assertTrue(
                found.stream()
                        .anyMatch(f -> f.code().equals("no-owner") && f.file().equals("lists/restricted.csv")),
                found::toString);
        Map<String, byte[]> more = new HashMap<>(files);
        more.put("lists/restricted.csv", (HEAD + "XOM,legal,talks,,\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("instrument,owner,reason,from,until", "IBM,,talks,,"),
                new TableDifferences()
                        .of(before, new FileSet(files)).stream()
                                .filter(d -> d.column().equals("entry"))
                                .map(RuleDifference::after)
                                .toList());
        List<RuleDifference> differences = new TableDifferences().of(new FileSet(files), new FileSet(more));
        assertEquals(
                List.of("> XOM,legal,talks,,", "IBM,,talks,, >"),
                differences.stream()
                        .filter(d -> d.column().equals("entry"))
                        .map(d -> (d.before() + " > " + d.after()).strip())
                        .toList());
        assertFalse(differences.stream().allMatch(d -> d.column().equals("entry")), "that it is another is said too");
    }

    private Path list(String name, String text) throws IOException {
        Path file = folder.resolve("lists/" + name + ".csv");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String complianceTable(String asked, String cell) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="e" name="e" namespace="urn:e">
                  <inputData id="list" name="@asked@"><variable name="@asked@" typeRef="boolean"/></inputData>
                  <decision id="decision" name="Compliance">
                    <informationRequirement><requiredInput href="#list"/></informationRequirement>
                    <decisionTable hitPolicy="FIRST">
                      <input><inputExpression typeRef="boolean"><text>@asked@</text></inputExpression></input>
                      <output name="action" typeRef="string"/><output name="reason" typeRef="string"/>
                      <rule>
                        <inputEntry><text>@cell@</text></inputEntry>
                        <outputEntry><text>"deny"</text></outputEntry>
                        <outputEntry><text>"it is excluded" + "."</text></outputEntry>
                      </rule>
                      <rule>
                        <inputEntry><text>-</text></inputEntry>
                        <outputEntry><text>"allow"</text></outputEntry>
                        <outputEntry><text>null</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.replace("@asked@", asked).replace("@cell@", cell);
    }
}
