package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.ApprovalsNeeded;
import dev.vesper.basics.Problem;
import dev.vesper.desk.approval.ProposedAccount;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table says how many approve, and of which groups, by what an account trades. */
class ApprovalTableTest {
    private static final String LAST = "      <rule id=\"row-1\">";

    @TempDir
    Path temporary;

    private Path folder;
    private Path table;

    @BeforeEach
    void copyTheRules() {
        folder = Folders.copy(Path.of("rules"), temporary.resolve("rules"));
        table = folder.resolve("approvals/trades.dmn");
    }

    /** A row above the last one. */
    private void row(String account, String amount, String turnover, String approvals, String groups)
            throws IOException {
        String text = Files.readString(table);
        String row = "      <rule id=\"r" + text.length() + "\">";
        for (String cell : List.of(account, amount, turnover)) {
            row += "<inputEntry><text><![CDATA[" + cell + "]]></text></inputEntry>";
        }
        for (String cell : List.of(approvals, groups)) {
            row += "<outputEntry><text>" + cell + "</text></outputEntry>";
        }
        Files.writeString(
                table, text.replace(LAST, row + "<annotationEntry><text/></annotationEntry></rule>\n" + LAST));
    }

    private static ProposedAccount account(String id, String amount, String turnover) {
        BigDecimal traded = new BigDecimal(amount);
        return new ProposedAccount(id, "USD", traded, new BigDecimal(turnover), traded, 1, traded);
    }

    private List<ApprovalsNeeded.Asked> asked(ProposedAccount... accounts) {
        return Trusted.rules(folder).asked(List.of(accounts));
    }

    private static List<List<String>> groups(List<ApprovalsNeeded.Asked> asked) {
        return asked.stream().map(ApprovalsNeeded.Asked::groups).toList();
    }

    @Test
    void theDeliveredTableAsksForOneChecker() {
        List<ApprovalsNeeded.Asked> asked = asked(account("ACC1", "100", "0"), account("ACC2", "1e12", "2"));
        assertEquals(List.of(List.of("checkers")), groups(asked));
        assertTrue(
                asked.getFirst()
                        .because()
                        .startsWith("checkers because of ACC1 and 1 more (rules/approvals/trades.dmn, version "),
                asked.getFirst().because());
        assertTrue(
                asked.getFirst().because().endsWith(", row 1)"),
                asked.getFirst().because());
    }

    @Test
    void rowsAskByAmountTurnoverAndAccount() throws IOException {
        row("\"PENSION\"", "-", "-", "2", "\"checkers, trustees\"");
        row("-", ">= 1000000", "-", "3", "\"checkers, checkers, risk\"");
        row("-", "-", "> 0.5", "2", "\"checkers\"");
        assertEquals(List.of(List.of("checkers", "trustees")), groups(asked(account("PENSION", "5e6", "0.1"))));
        assertEquals(
                List.of(List.of("checkers", "checkers", "risk")), groups(asked(account("ACC1", "1000000", "0.1"))));
        assertEquals(List.of(List.of("checkers", "checkers")), groups(asked(account("ACC1", "999999.99", "0.51"))));
        assertEquals(List.of(List.of("checkers")), groups(asked(account("ACC1", "999999.99", "0.5"))));
        assertEquals(
                List.of(List.of("checkers", "trustees"), List.of("checkers")),
                groups(asked(account("ACC1", "5", "0"), account("PENSION", "5", "0"))));
    }

    @Test
    void aChangedTableIsAnotherVersionInWhatItAsks() throws IOException {
        String before = asked(account("ACC1", "5", "0")).getFirst().because();
        row("-", "> 10", "-", "2", "\"checkers\"");
        String after = asked(account("ACC1", "5", "0")).getFirst().because();
        assertTrue(!before.equals(after.replace("row 2", "row 1")), after);
    }

    @Test
    void aRowThatIsNeverReachedIsNamed() throws IOException {
        row("-", "> 100", "-", "2", "\"checkers\"");
        row("-", "> 1000", "-", "3", "\"checkers\"");
        assertEquals(
                "Expected a row that is reached, but row 1 comes first and fits all that it fits; maybe it belongs above"
                        + " row 1",
                refused("row 2: "));
    }

    @Test
    void anEmptyTableIsRefused() throws IOException {
        String text = Files.readString(table);
        Files.writeString(table, text.substring(0, text.indexOf(LAST)) + text.substring(text.indexOf("</rule>") + 7));
        assertTrue(refused("").contains("Expected at least one row, but the table is empty"));
    }

    /** A firm without such tables has four eyes; one that had them and lost them does not trade. */
    @Test
    void aTableThatMustBeThereIsMissed() throws IOException {
        Files.delete(table);
        assertTrue(refused("").contains("Expected the rule file rules/approvals/trades.dmn, which must be there"));
        Files.delete(folder.resolve("approvals/trades.scenarios.csv"));
        Files.delete(folder.resolve("approvals"));
        Path list = folder.resolve("required.txt");
        Files.writeString(list, Files.readString(list).replace("approvals/trades.dmn\n", ""));
        assertEquals(List.of(), asked(account("ACC1", "5", "0")));
    }

    @Test
    void casesBesideTheTableAreRun() throws IOException {
        row("-", "> 1000", "-", "2", "\"checkers, risk\"");
        Files.writeString(
                folder.resolve("approvals/trades.scenarios.csv"),
                "case,amount,approvals,turnover\nSmall,5,checkers,\nLarge,5000,checkers; risk,0.1\nWrong,5000,checkers,\n");
        List<ScenarioResult> results = Scenarios.run(folder, Trusted.rules(folder)).stream()
                .filter(result -> result.rule().equals("trades"))
                .toList();
        assertEquals(
                List.of(true, true, false),
                results.stream().map(ScenarioResult::passed).toList());
        assertTrue(
                results.getLast().got().startsWith("checkers, risk because of ACC1"),
                results.getLast().got());
    }

    private String refused(String place) {
        Problem problem = assertThrows(Problem.class, () -> asked(account("ACC1", "5", "0")));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        String said = String.valueOf(problem.getMessage());
        assertTrue(said.startsWith("rules/"), said);
        assertTrue(said.contains(place), said);
        return place.isEmpty() ? said : said.substring(said.indexOf(place) + place.length());
    }
}
