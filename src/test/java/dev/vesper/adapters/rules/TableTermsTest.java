package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.rules.sheet.DmnText;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.CommonFacts;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.orders.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a row comes from, when it holds, and what a trader is shown. */
class TableTermsTest {
    private static final String PATH = "limits/position-weight.dmn";
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);
    private static final DmnTables TABLES = new DmnTables(() -> DAY);

    @Test
    void aVerdictSaysTheSentenceAndTheSourceOfItsRow() throws IOException {
        AccountBook book = Books.cash(100_000)
                .instrument("IBM", "Equity", "Tech")
                .orders(Orders.buy("1", "IBM", 310))
                .book();
        Verdict cut = rules(table("FIRST", row("-", "0.25", "Guidelines 4.2", "", "", "Single names are capped.")))
                .check(book)
                .getFirst();
        assertEquals(
                "IBM in ACC1 would be 31% of the account's value, above the limit of 25% (row 1): cut from 310 to 250"
                        + " units. Single names are capped (Guidelines 4.2).",
                cut.reason());
        Verdict passed = rules(table("FIRST", row("-", "0.50", "Guidelines 4.2", "", "", "Single names are capped.")))
                .check(book)
                .getFirst();
        assertFalse(passed.reason().contains("Single names"), passed::reason);
    }

    @Test
    void theBusinessDateDecidesWhichRowsHold() throws IOException {
        DroolsRuleBook rules = rules(table(
                "FIRST",
                row("-", "0.10", "", "2018-04-12", "", ""),
                row("-", "0.20", "", "", "date(\"2018-04-10\")", ""),
                row("-", "0.25", "", "", "", "")));
        LimitTable table = rules.tables().getFirst();
        assertEquals("2 0.20", said(table, LocalDate.of(2018, 4, 10)));
        assertEquals("3 0.25", said(table, LocalDate.of(2018, 4, 11)));
        assertEquals("1 0.10", said(table, LocalDate.of(2018, 4, 12)));
        AccountBook book =
                Books.cash(100_000).orders(Orders.buy("1", "IBM", 300)).book();
        assertTrue(rules.check(book).getFirst().reason().contains("25% (row 3)"));
        assertEquals(
                new BigDecimal(250),
                rules.bounds(
                                Books.cash(100_000)
                                        .instrument("IBM", "Equity", "Tech")
                                        .holds("XOM", 0)
                                        .holds("IBM", 0)
                                        .book(),
                                List.of("IBM"))
                        .tightest("IBM", Side.BUY)
                        .orElseThrow()
                        .units()
                        .setScale(0),
                "the plan knows the row of the day");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no-date | Valid from | 31.12.2018 | | -
            no-date | Valid until | | soon | -
            no-date | Valid until | | 2018-02-30 | -
            no-date | Valid from | 9999-01-01 | | -
            until-before-from | Valid until | 2018-04-12 | 2018-04-11 | -
            not-yet | Valid from | 2018-04-12 | | -
            expired | Valid until | | 2018-04-10 | -
            """)
    void whatIsFoundIsToldByItsCell(String code, String column, String from, String until, String cell)
            throws IOException {
        List<Finding> found = findings(table(
                "FIRST",
                row(cell, "0.2", "", from == null ? "" : from, until == null ? "" : until, ""),
                row("-", "0.25", "", "", "", "")));
        assertTrue(
                found.stream()
                        .anyMatch(f -> f.code().equals(code)
                                && f.row() == 1
                                && f.column().equals(column)),
                found::toString);
    }

    @Test
    void theLastRowUnderFirstAlwaysHolds() throws IOException {
        List<Finding> found = findings(table("FIRST", row("-", "0.25", "", "2018-01-01", "", "")));
        assertEquals(
                List.of("gap", "no-last-row"), found.stream().map(Finding::code).toList());
    }

    @Test
    void rowsThatNeverHoldOnOneDaySayNothingOfOneAnother() throws IOException {
        assertEquals(
                List.of("not-yet"),
                codes(table(
                        "UNIQUE",
                        row("-", "0.25", "", "", "2018-12-31", ""),
                        row("-", "0.20", "", "2019-01-01", "", ""))));
        assertEquals(
                List.of("not-yet"),
                codes(table(
                        "FIRST",
                        row("\"ETF\"", "0.4", "", "2019-01-01", "2019-12-31", ""),
                        row("\"ETF\"", "0.3", "", "", "", ""),
                        row("-", "0.25", "", "", "", ""))));
        List<Finding> overlap = findings(table(
                "UNIQUE", row("-", "0.25", "", "", "2019-01-01", ""), row("-", "0.20", "", "2019-01-01", "", "")));
        assertTrue(
                overlap.stream()
                        .anyMatch(f -> f.code().equals("overlap")
                                && f.sentence().contains("some of the same from 2019-01-01 on, for example")),
                overlap::toString);
        List<Finding> gap = findings(table(
                "UNIQUE", row("-", "0.25", "", "", "2018-12-31", ""), row("-", "0.20", "", "2019-01-02", "", "")));
        assertTrue(
                gap.stream()
                        .anyMatch(f -> f.code().equals("gap")
                                && f.sentence().contains("none fits anything from 2019-01-01 on")),
                gap::toString);
    }

    @Test
    void aRowThatOnlyAnotherPeriodReachesIsReached() throws IOException {
        List<String> codes = codes(table(
                "FIRST",
                row("-", "0.10", "", "2019-01-01", "", ""),
                row("\"ETF\"", "0.3", "", "2019-01-01", "", ""),
                row("-", "0.25", "", "", "", "")));
        assertTrue(codes.contains("unreachable"), codes::toString);
    }

    @Test
    void aColumnThatMeansNothingBecauseOfASlipIsTold() throws IOException {
        String slip = table("FIRST", row("-", "0.25", "", "2018-01-01", "", ""))
                .replace("name=\"Valid from\"", "name=\"Valid form\"");
        assertEquals(List.of("unknown-annotation"), codes(slip));
        assertTrue(findings(slip).getFirst().sentence().contains("maybe \"Valid from\" is meant"));
        String small = table("FIRST", row("-", "0.25", "", "2018-01-01", "", ""))
                .replace("name=\"Valid from\"", "name=\"valid FROM\"");
        assertEquals(List.of("gap", "no-last-row"), codes(small));
    }

    @Test
    void whoApprovesIsAskedOnNoDate() throws IOException {
        String text = Files.readString(Path.of("rules/approvals/trades.dmn"));
        int columns = text.indexOf("<annotation ");
        String dated = text.substring(0, columns) + "<annotation name=\"Valid from\"/>" + text.substring(columns);
        int entry = dated.indexOf("<annotationEntry>");
        String both = dated.substring(0, entry) + "<annotationEntry><text>2018-01-01</text></annotationEntry>"
                + dated.substring(entry);
        Findings findings = new Findings(RuleFile.of("approvals/trades.dmn", both.getBytes(StandardCharsets.UTF_8)));
        Problem refused = assertThrows(Problem.class, () -> DmnApprovalTable.compile(findings));
        assertTrue(refused.getMessage().contains("Expected"), refused::getMessage);
    }

    /** The index and the engine know the same rows on each day, whatever the table. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void onEveryDayTheIndexSaysWhatTheEngineSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = random.ints(1 + random.nextInt(4), 0, 3)
                .mapToObj(i -> row(
                        List.of("-", "\"ETF\"", "\"Fund\", \"ETF\"").get(i),
                        "0." + (1 + random.nextInt(9)),
                        "",
                        random.nextBoolean()
                                ? ""
                                : DAY.plusDays(random.nextInt(6)).toString(),
                        random.nextBoolean()
                                ? ""
                                : DAY.plusDays(6 + random.nextInt(6)).toString(),
                        ""))
                .collect(Collectors.toList());
        rows.add(row("-", "0.05", "", "", "", ""));
        String plain = table("FIRST", rows.toArray(String[]::new));
        // where a row answers an expression, the engine is asked
        String opaque = plain.replace("<text>0.", "<text>0 + 0.");
        LimitTable indexed;
        LimitTable engine;
        try {
            indexed = rules(plain).tables().getFirst();
            engine = rules(opaque).tables().getFirst();
        } catch (Problem aRowThatIsNeverReached) {
            assertTrue(
                    aRowThatIsNeverReached.getMessage().contains("Expected a row that is reached"),
                    aRowThatIsNeverReached::getMessage);
            return;
        }
        for (int day = -1; day < 14; day++) {
            for (String asset : List.of("ETF", "Fund", "Equity")) {
                FactValues facts = FactValues.none().with(CommonFacts.ASSET_CLASS, asset);
                LocalDate on = DAY.plusDays(day);
                assertEquals(
                        engine.on(on).decide(facts).row(),
                        indexed.on(on).decide(facts).row(),
                        () -> asset + " on " + on + " of " + plain);
            }
        }
    }

    @Test
    void theColumnsAreAddedInTheGridAndComeBackFromASheet() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("rules", PATH));
        TableSheet sheet = TABLES.sheet(PATH, bytes);
        List<SheetColumn> offered = TABLES.inputs(new FileSet(Map.of()), sheet.decision()).stream()
                .filter(column -> column.kind() == SheetColumn.Kind.ANNOTATION)
                .toList();
        assertEquals(TableTerms.COLUMNS, offered.stream().map(SheetColumn::name).toList());
        TableSheet more = sheet;
        for (SheetColumn column : offered) {
            more = Columns.added(more, column);
        }
        byte[] written = TABLES.written(PATH, bytes, more);
        assertEquals(more.columns(), TABLES.sheet(PATH, written).columns());
        assertEquals(List.of(), TABLES.findings(PATH, written));
        assertEquals(
                DmnText.of("t.dmn", written).table().sheet().rows().size(),
                sheet.rows().size());
    }

    private static String said(LimitTable table, LocalDate day) {
        var limit = table.on(day).decide(FactValues.none().with(CommonFacts.ASSET_CLASS, "Equity"));
        return limit.row() + " " + limit.limit().orElseThrow();
    }

    private static List<String> codes(String text) {
        return findings(text).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(String text) {
        return TABLES.findings(PATH, text.getBytes(StandardCharsets.UTF_8));
    }

    private static DroolsRuleBook rules(String text) {
        return new DroolsRuleBook(
                new FileSet(Map.of(PATH, text.getBytes(StandardCharsets.UTF_8))), RuleTrust.delivered());
    }

    /** A row of {@link #table}. */
    static String row(String cell, String limit, String source, String from, String until, String sentence) {
        return "<rule><inputEntry><text>" + cell + "</text></inputEntry><outputEntry><text>" + limit
                + "</text></outputEntry><outputEntry><text>null</text></outputEntry><outputEntry><text>\"cut\"</text></outputEntry>"
                + List.of(source, from, until, sentence).stream()
                        .map(text -> "<annotationEntry><text>" + text + "</text></annotationEntry>")
                        .collect(Collectors.joining())
                + "</rule>";
    }

    /** A limit of position weights by asset class whose rows say where they come from and when they hold. */
    static String table(String policy, String... rows) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="t" name="t" namespace="urn:t">
                  <inputData id="a" name="Asset class"><variable name="Asset class" typeRef="string"/></inputData>
                  <decision id="d" name="Position weight">
                    <informationRequirement><requiredInput href="#a"/></informationRequirement>
                    <decisionTable hitPolicy="@policy@">
                      <input><inputExpression typeRef="string"><text>Asset class</text></inputExpression></input>
                      <output name="limit" typeRef="number"/><output name="warning" typeRef="number"/><output name="action" typeRef="string"/>
                      <annotation name="Source"/><annotation name="Valid from"/><annotation name="Valid until"/><annotation name="Trader's sentence"/>
                      @rows@
                    </decisionTable>
                  </decision>
                </definitions>
                """.replace("@policy@", policy).replace("@rows@", String.join("\n", rows));
    }
}
