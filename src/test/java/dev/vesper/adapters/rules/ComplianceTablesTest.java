package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Books;
import dev.vesper.limits.Orders;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.bounds.OrderBound;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.testing.HowToPage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of rules/compliance: the same cells, findings, verdicts and bounds as everywhere. */
class ComplianceTablesTest {
    private static final String PATH = "compliance/suitability.dmn";
    private static final String TABLE =
            HowToPage.of("how-to-add-a-compliance-rule.md").block("xml");

    @Test
    void aVerdictNamesTheRowAndTheNumbersThatWereAskedFor() {
        AccountBook book = Books.cash(0)
                .holds("IBM", 100)
                .orders(Orders.sell("1", "IBM", 10, Orders.lot("lot 0", 10)))
                .book();
        Verdict warned = rules(TABLE.replace("&lt; 30", "&lt; 500").replace("<text>null</text>", "<text>\"\"</text>"))
                .check(book)
                .getFirst();
        assertEquals(Outcome.WARN, warned.outcome());
        assertEquals("suitability", warned.rule().name());
        assertTrue(warned.reason().startsWith("Selling 10 IBM is to be looked at (row 2): it was bought "));
        assertEquals(new BigDecimal(2), warned.numbers().get("row"));
        assertTrue(
                warned.numbers().containsKey("days held"),
                () -> warned.numbers().toString());
    }

    @Test
    void onlyARowThatAsksForAListSaysWhyItNamesTheInstrument() {
        String table = TABLE.replace("name=\"Rating\" typeRef=\"string\"", "name=\"On list watch\" typeRef=\"boolean\"")
                .replace("name=\"Rating\"><variable", "name=\"On list watch\"><variable")
                .replace("typeRef=\"string\"><text>Rating</text>", "typeRef=\"boolean\"><text>On list watch</text>")
                .replace("not(\"AAA\", \"AA\", \"A\", \"BBB\")", "true")
                .replace("\"pension\"", "-")
                .replace("&lt; 30", "&lt; 500");
        byte[] list = "instrument,owner,reason,until\nIBM,legal,talks,\n".getBytes(StandardCharsets.UTF_8);
        DroolsRuleBook rules = new DroolsRuleBook(
                new FileSet(Map.of(PATH, table.getBytes(StandardCharsets.UTF_8), "lists/watch.csv", list)),
                RuleTrust.delivered());
        AccountBook book = Books.cash(10_000)
                .holds("IBM", 100)
                .orders(Orders.buy("1", "IBM", 10), Orders.sell("2", "IBM", 10, Orders.lot("lot 0", 10)))
                .book();
        List<String> reasons = rules.check(book).stream().map(Verdict::reason).toList();
        assertTrue(reasons.getFirst().endsWith(" List watch: talks (legal)."), reasons::toString);
        assertTrue(reasons.get(1).endsWith("it was bought 400 days ago."), reasons::toString);
    }

    @Test
    void thePlanIsToldWhatATableDenies() {
        AccountBook book = Books.cash(1_000).instrument("IBM", "Equity", "Tech").book();
        List<OrderBound> bounds = rules(TABLE.replace("\"pension\"", "-"))
                .refused(book, List.of(Orders.buy("1", "IBM", 10), Orders.buy("2", "XOM", 10)));
        assertEquals(
                List.of("IBM 0", "XOM 0"),
                bounds.stream().map(b -> b.symbol() + " " + b.units()).toList());
        assertEquals("suitability", bounds.getFirst().why().rule().name());
    }

    @Test
    void aFirmWithoutAColumnThatIsAskedForIsRefused() {
        Problem refused = assertThrows(Problem.class, () -> rules(TABLE).require(FirmColumns.NONE));
        assertTrue(refused.getMessage().startsWith("rules/compliance/suitability.dmn:"), refused::getMessage);
        assertTrue(refused.getMessage().contains("column Rating: Expected a column"), refused::getMessage);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "deny" | "cut" | row 1, column action, unknown-action: Expected "allow", "warn" or "deny", in quotes and lower case, but the cell says "cut"; how much of something is allowed is a limit
            "deny" | "Deny" | row 1, column action, unknown-action: Expected "allow", "warn" or "deny", in quotes and lower case, but the cell says "Deny"; maybe "deny" is meant
            "allow" | deny | row 3, column action, unknown-action
            "allow" | "deny" | row 3, column reason, no-reason
            "a pension account buys no name that is rated below BBB or not rated" | " " | row 1, column reason, no-reason: Expected the sentence that a trader is shown
            "a pension account buys no name that is rated below BBB or not rated" | null | row 1, column reason, no-reason
            "a pension account buys no name that is rated below BBB or not rated" | Java.lang.System.exit(0) | row 1, column reason, reaches-outside
            "a pension account buys no name that is rated below BBB or not rated" | function(x) external { java: { class: "java.lang.Math", method signature: "cos(double)" } } | row 1, column reason, reaches-outside
            "buy" | "by" | row 1, column Side, unknown-word: Expected one of [buy, sell], but the cell says "by"; maybe "buy" is meant
            &lt; 30 | "thirty" | row 2, column Days held, wrong-type
            &lt; 30 | &lt; today() | row 2, column Days held, reaches-outside
            <rule id="row-3">\\s*<inputEntry><text>-< | <rule id="row-3"><inputEntry><text>"sell"< | row 3, column , no-last-row
            hitPolicy="FIRST" | hitPolicy="COLLECT" | row 0, column , hit-policy
            name="Compliance" | name="Complience" | row 0, column , unknown-decision: Expected the decision to be named "Compliance"
            name="reason" typeRef="string" | name="reason" typeRef="number" | row 0, column reason, wrong-type
            name="reason" | name="why" | row 0, column , outputs: Expected the outputs action and reason
            <rule id="row-1"> | <rule id="row-0"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"allow"</text></outputEntry><outputEntry><text>null</text></outputEntry></rule><rule id="row-1"> | row 2, column , unreachable
            """)
    void aFaultIsToldByItsCell(String from, String to, String said) {
        String text = TABLE.replaceAll(quoted(from), Matcher.quoteReplacement(to));
        assertTrue(!text.equals(TABLE), "nothing was changed");
        FileSet files = new FileSet(Map.of(PATH, text.getBytes(StandardCharsets.UTF_8)));
        List<Finding> found = new DmnTables(() -> LocalDate.of(2018, 4, 11)).findings(PATH, files, files);
        List<String> lines = found.stream()
                .map(f -> "row " + f.row() + ", column " + f.column() + ", " + f.code() + ": " + f.sentence())
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.startsWith(said)), () -> said + " in " + lines);
    }

    /** A pattern where it has one, else the text itself. */
    private static String quoted(String text) {
        return text.contains("\\s*") ? text.replace("\\\\s", "\\s") : Pattern.quote(text);
    }

    private static DroolsRuleBook rules(String table) {
        return new DroolsRuleBook(
                new FileSet(Map.of(PATH, table.getBytes(StandardCharsets.UTF_8))), RuleTrust.delivered());
    }
}
