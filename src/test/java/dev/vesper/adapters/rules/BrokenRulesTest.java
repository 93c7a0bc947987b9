package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken file is refused in words that name the place; nothing is judged by the others alone. */
class BrokenRulesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRules() {
        Folders.copy(Path.of("rules"), folder);
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
            limits/position-weight.dmn | <text>"cut"</text> | <text>"block"</text> | row 1, column action: Expected "deny", "cut" or "warn"
            limits/position-weight.dmn | <text>"cut"</text> | <text>cut</text> | but the cell says cut
            limits/position-weight.dmn | <text>0.40</text> | <text>0,40 %</text> | row 1, column limit: Expected FEEL
            limits/position-weight.dmn | <text>"Fund", "ETF"</text> | <text>"Fund", "ETF</text> | row 1, column Asset class: Expected FEEL
            limits/position-weight.dmn | name="warning" | name="level" | missing: warning
            limits/position-weight.dmn | </decision> | </decisions> | Expected a DMN file, which is XML
            limits/position-weight.dmn | name="Position weight" | name="Weight" | Expected the decision to be named for what it limits
            limits/position-weight.dmn | Asset class | Colour | but there is "Colour"
            limits/position-weight.dmn | <text>Asset class</text> | <text>Aset class</text> | column Aset class: Expected one of the facts that are known of it, [Account, Account value, Asset class, Currency, On list restricted, Sector, Short allowed, Strategy, Symbol], but there is "Aset class"; maybe "Asset class" is meant
            limits/position-weight.dmn | <text>0.25</text> | <text>25 %</text> | row 2, column limit: Expected FEEL that compiles, such as 0.25, "Energy", > 1000 or -, but Error compiling FEEL expression '25 %' on decision table 'Position weight', rule #2: syntax error near '%'; 25 % is written 0.25
            limits/position-weight.dmn | <text>0.25</text> | <text>0,25</text> | syntax error near ','; a fraction is written with a point, like 0.25
            limits/position-weight.dmn | label="Limit" typeRef="number" | label="Limit" typeRef="numbr" | column limit: Expected the output "limit" to be a number, but its type is numbr; maybe "number" is meant
            limits/position-weight.dmn | label="Action" typeRef="string" | label="Action" typeRef="number" | column action: Expected the output "action" to be a string, but its type is number
            limits/position-weight.dmn | <di:waypoint x="190" y="240"/> | <di:WAYPOINT x="190" y="240"/> | Expected a drawing (DMNDI) that DMN's reader takes
            limits/order-notional.dmn | name="Account value" | name="Acount value" | maybe "Account value" is meant
            limits/order-notional.dmn | name="Account value" typeRef="number" | name="Account value" typeRef="string" | Expected "Account value" to be a number (cash plus positions, in the account's currency), but its type is string
            limits/order-notional.dmn | <text>"buy"</text> | <text>"by"</text> | row 1, column Side: Expected one of [buy, sell], but the cell says "by"; maybe "buy" is meant
            limits/order-notional.dmn | <text>Side</text> | <text>Sector</text> | column Sector: Expected input data "Sector" that the decision requires
            limits/position-weight.dmn | name="Position weight" | name="Positon weight" | maybe "Position weight" is meant
            limits/sector-weight.dmn | <inputEntry id="row-1-sector"><text>-</text> | <inputEntry id="row-1-sector"><text>"Energy"</text> | row 1: Expected a last row of "-"
            approvals/trades.dmn | <text>1</text> | <text>0</text> | row 1, column approvals: Expected a whole number of approvals from 1 to 9, but the cell says 0
            approvals/trades.dmn | <text>1</text> | <text>2.5</text> | but the cell says 2.5
            approvals/trades.dmn | <text>1</text> | <text>10</text> | but the cell says 10
            approvals/trades.dmn | <text>1</text> | <text>null</text> | but the cell says null
            approvals/trades.dmn | <text>1</text> | <text/> | row 1, column approvals: Expected a value, but the cell is empty
            approvals/trades.dmn | <text>1</text> | <text>Amount</text> | but the cell says Amount
            approvals/trades.dmn | <text>"checkers"</text> | <text>checkers</text> | row 1, column groups: Expected groups in quotes and lower case, like "checkers" or "checkers, risk", but the cell says checkers
            approvals/trades.dmn | <text>"checkers"</text> | <text>"Check ers"</text> | row 1, column groups: Expected groups in quotes
            approvals/trades.dmn | <text>"checkers"</text> | <text>"checkers,"</text> | row 1, column groups: Expected groups in quotes
            approvals/trades.dmn | <text>"checkers"</text> | <text>"checkers, risk"</text> | row 1, column groups: Expected one group for all approvals, or one for each of the 1, but there are 2
            approvals/trades.dmn | hitPolicy="FIRST" | hitPolicy="UNIQUE" | Expected hitPolicy FIRST, so that every proposal finds a row, but it is UNIQUE
            approvals/trades.dmn | hitPolicy="FIRST" | hitPolicy="COLLECT" | but it is "COLLECT"
            approvals/trades.dmn | name="Approvals"> | name="Position weight"> | Expected the decision to be named "Approvals"
            approvals/trades.dmn | name="groups" | name="who" | Expected the outputs approvals and groups, in this order, but the table has [approvals, who]; missing: groups
            approvals/trades.dmn | <inputEntry id="row-1-amount"><text>-</text> | <inputEntry id="row-1-amount"><text>> 5</text> | row 1: Expected a last row of "-"
            approvals/trades.dmn | <text>Turnover</text> | <text>Turnovr</text> | maybe "Turnover" is meant
            approvals/trades.dmn | name="Amount" typeRef="number" | name="Amount" typeRef="string" | Expected "Amount" to be a number
            approvals/trades.dmn | <text>"checkers"</text> | <text>System.exit(1)</text> | tables are data and run no code
            compliance/wash-sale.drl | realisedGain < 0 | realisedGain < < 0 | Expected a rule that compiles
            compliance/wash-sale.drl | $sale.date() | $sale.day() | Expected a rule that compiles
            compliance/wash-sale.drl | compliance.wash_sale | compliance.other | which bears the file's name
            """)
    void isRefusedWithFileLineAndWhatIsExpected(String file, String from, String to, String words) throws IOException {
        change(file, from, to);
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        String said = String.valueOf(problem.getMessage());
        assertTrue(said.startsWith("rules/" + file + ":"), said);
        assertTrue(said.contains(words), said);
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void theLineIsTheOneToMend() throws IOException {
        change("limits/position-weight.dmn", "<text>0.25</text>", "<text>0.25 of</text>");
        List<String> lines = Files.readAllLines(folder.resolve("limits/position-weight.dmn"));
        int line = 1
                + lines.indexOf(lines.stream()
                        .filter(l -> l.contains("0.25 of"))
                        .findFirst()
                        .orElseThrow());
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(
                String.valueOf(problem.getMessage()).startsWith("rules/limits/position-weight.dmn:" + line + ":"),
                problem::getMessage);
    }

    @Test
    void aLimitBelowZeroIsRefusedWhenItIsAsked() throws IOException {
        change("limits/gross-exposure.dmn", "<text>1.02</text>", "<text>-1</text>");
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, Trusted.rules(folder)));
        assertTrue(String.valueOf(problem.getMessage()).contains("Expected a number of zero or more"));
    }

    /** A case of a price, a day or a quantity that no market has is refused, and nothing overflows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IBM 100,,buy 150 IBM     | IBM 1e-999999999,,buy 150 IBM | Expected a number such as 1250.40, but the cell says "1e-999999999"
            IBM 100,,buy 150 IBM     | IBM ,,buy 150 IBM             | Expected a symbol and a value in the column prices
            100000,IBM 100,,buy 150  | 1e999999999,IBM 100,,buy 150  | "1e999999999"
            """)
    void aCaseBeyondAllMarketsIsRefused(String from, String to, String words) throws IOException {
        change("limits/position-weight.scenarios.csv", from, to);
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, Trusted.rules(folder)));
        String said = String.valueOf(problem.getMessage());
        assertTrue(said.startsWith("rules/limits/position-weight.scenarios.csv:2") && said.contains(words), said);
    }

    /** Each case is judged by the table it stands beside; what another table would say of it does not matter. */
    @Test
    void aChangedLimitFailsTheCasesOfItsOwnTableAlone() throws IOException {
        change("limits/position-weight.dmn", "<text>0.25</text>", "<text>0.10</text>");
        change("limits/position-weight.dmn", "<text>0.20</text>", "<text>0.05</text>");
        List<ScenarioResult> results = Scenarios.run(folder, Trusted.rules(folder));
        assertEquals(
                List.of("position-weight"),
                results.stream()
                        .filter(r -> !r.passed())
                        .map(ScenarioResult::rule)
                        .distinct()
                        .toList());
    }

    @Test
    void aRuleThatMustBeThereIsMissed() throws IOException {
        Files.delete(folder.resolve("limits/sector-weight.dmn"));
        assertEquals(
                "rules/required.txt:11: Expected the rule file rules/limits/sector-weight.dmn, which must be there, but it"
                        + " is not; put it back, or take its line out of this list if it is meant to go",
                refusal());
    }

    @Test
    void aRenamedRuleIsMissed() throws IOException {
        Files.move(folder.resolve("limits/sector-weight.dmn"), folder.resolve("limits/sector-weights.dmn"));
        assertTrue(refusal().startsWith("rules/required.txt:11: "), refusal());
    }

    @Test
    void anEmptiedFolderJudgesNothing() throws IOException {
        for (String kind : List.of("limits", "compliance")) {
            try (var files = Files.list(folder.resolve(kind))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        assertTrue(refusal().startsWith("rules/required.txt:3: Expected the rule file rules/compliance/"), refusal());
        Files.writeString(folder.resolve("required.txt"), "# nothing\n");
        assertTrue(refusal().contains("the list is empty"), refusal());
        Files.delete(folder.resolve("required.txt"));
        assertTrue(refusal().contains("maybe the rules folder was emptied"), refusal());
    }

    @Test
    void aRuleThatIsMeantToGoIsTakenOutOfTheListFirst() throws IOException {
        change("required.txt", "limits/sector-weight.dmn\n", "");
        Files.delete(folder.resolve("limits/sector-weight.dmn"));
        assertEquals(10, Trusted.rules(folder).rules().size());
    }

    private String refusal() {
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        return String.valueOf(problem.getMessage());
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        change(
                "limits/gross-exposure.dmn",
                "<definitions",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><definitions");
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(String.valueOf(problem.getMessage()).contains("document type"), problem::getMessage);
    }

    @Test
    void twoRulesOfOneNameAreRefused() throws IOException {
        Files.copy(folder.resolve("limits/gross-exposure.dmn"), folder.resolve("limits/wash-sale.dmn"));
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(
                String.valueOf(problem.getMessage()).contains("\"wash-sale\" is also the rule in limits/wash-sale.dmn"),
                problem::getMessage);
    }

    @Test
    void cashIsTheRuleThatNoFileMayBe() throws IOException {
        Files.copy(folder.resolve("limits/gross-exposure.dmn"), folder.resolve("limits/cash.dmn"));
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(
                String.valueOf(problem.getMessage()).contains("\"cash\" is also the rule in code"),
                problem::getMessage);
    }

    @Test
    void twoFilesOfOnePackageAreRefused() throws IOException {
        Files.copy(folder.resolve("compliance/wash-sale.drl"), folder.resolve("compliance/wash_sale.drl"));
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertEquals(
                "rules/compliance/wash_sale.drl: Expected a package of its own, but compliance.wash_sale is also that of"
                        + " compliance/wash-sale.drl; maybe rename the file",
                problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "age", $order.priceAge(), "limit", 5 | "age", $order.priceAge(), "limit" | but "limit" has no number
            "age", $order.priceAge(), "limit", 5 | "age", $order.priceDate() | but "age" is 2018-04-03
            """)
    void numbersThatAreNotPairsNameTheRuleThatSaysThem(String from, String to, String words) throws IOException {
        change("compliance/stale-price.drl", from, to);
        DroolsRuleBook rules = Trusted.rules(folder);
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, rules));
        assertEquals(
                "rules/compliance/stale-price.drl: rule \"No trade on a stale price\": Expected names and numbers in"
                        + " turn, such as \"limit\", 5, " + words,
                problem.getMessage());
    }

    @Test
    void aGoodChangeIsTakenOver() throws IOException {
        String before = Trusted.rules(folder).versions().get("limits/position-weight.dmn");
        change("limits/position-weight.dmn", "<text>0.25</text>", "<text>0.10</text>");
        change("limits/position-weight.dmn", "<text>0.20</text>", "<text>0.08</text>");
        DroolsRuleBook rules = Trusted.rules(folder);
        assertNotEquals(before, rules.versions().get("limits/position-weight.dmn"));
        List<ScenarioResult> results = Scenarios.run(folder, rules);
        ScenarioResult cut = results.stream()
                .filter(r -> r.name().equals("Above the limit is cut to the limit"))
                .findFirst()
                .orElseThrow();
        assertTrue(cut.got().startsWith("cut to 100:"), cut::got);
    }

    @Test
    void aCaseThatDoesNotReadNamesItsLine() throws IOException {
        change("limits/position-weight.scenarios.csv", "buy 150 IBM", "purchase 150 IBM");
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, Trusted.rules(folder)));
        assertTrue(
                String.valueOf(problem.getMessage())
                        .startsWith(
                                "rules/limits/position-weight.scenarios.csv:2: Expected something like \"buy 250 IBM"),
                problem::getMessage);
    }

    @Test
    void anOutcomeThatNoRuleHasNamesItsLine() throws IOException {
        change("compliance/no-short.scenarios.csv", ",IBM,deny,", ",IBM,refuse,");
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, Trusted.rules(folder)));
        assertEquals(
                "rules/compliance/no-short.scenarios.csv:5: Expected pass, warn, cut or deny in the column outcome, but the"
                        + " cell says \"refuse\"",
                problem.getMessage());
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), from);
        Files.writeString(path, text.replace(from, to));
    }
}
