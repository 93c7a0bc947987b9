package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as modellers save them are taken; what is left out or meant otherwise is named by row and column. */
class ModelledTablesTest {
    private static final String TABLE = "limits/position-weight.dmn";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRules() {
        Folders.copy(Path.of("rules"), folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <text>-</text> | <text></text>
            <text>-</text> | <text/>
            <text>-</text> | <text>  </text>
            <text>-</text> | ``
            <variable id="strategy-variable" name="Strategy" typeRef="string"/> | ``
            <variable id="decision-variable" name="Position weight"/> | ``
            "Fund", "ETF" | "fund", " etf"
            hitPolicy="FIRST" | hitPolicy="FIRST" preferredOrientation="Rule-as-Row"
            """)
    void whatIsLeftOutMeansWhatItDoesInAModeller(String from, String to) throws IOException {
        change(from, to);
        passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoContent(String encoding) throws IOException {
        write("\uFEFF" + text(), encoding);
        passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsSeenWithoutAMarkToo(String encoding) throws IOException {
        write(text().replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\""), encoding);
        passes();
    }

    @Test
    void aBrokenUtf16FileIsSaidToBeOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(("\uFEFF" + text()).getBytes(StandardCharsets.UTF_16LE));
        bytes.write(0);
        Files.write(folder.resolve(TABLE), bytes.toByteArray());
        assertTrue(refused().contains("Expected UTF-16"));
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hitPolicy="FIRST" | hitPolicy="first" | :22: Expected hitPolicy FIRST (the first row that fits decides) or UNIQUE (one row fits), but it is "first"; maybe "FIRST" is meant
            hitPolicy="FIRST" | hitPolicy="COLLECT" | :22: Expected hitPolicy FIRST
            hitPolicy="FIRST" | hitPolicy="RULE ORDER" | :22: Expected hitPolicy FIRST
            hitPolicy="FIRST" | hitPolicy="" | :22: Expected hitPolicy FIRST
            hitPolicy="FIRST" | hitPolicy="COLLECT" aggregation="MIN" | :22: Expected
            "Fund", "ETF" | "Funds", "ETF" | :38: row 1, column Asset class: Expected one of [Equity, ETF
            hitPolicy="FIRST" | hitPolicy="FIRST" preferredOrientation="CrossTable" | :22: Expected preferredOrientation
            <text>0.25</text> | <text></text> | :48: row 2, column limit: Expected a value, but the cell is empty; null says that there is none
            <text>0.25</text> | <text/> | :48: row 2, column limit: Expected a value, but the cell is empty
            <text>0.20</text> | <text> </text> | :49: row 2, column warning: Expected a value, but the cell is empty
            <outputEntry id="row-2-warning"><text>0.20</text></outputEntry> | `` | :45: row 2: Expected 2 input and 3 output cells, one a column, but there are 2 and 2
            <inputEntry id="row-1-strategy"><text>-</text></inputEntry> | `` | :37: row 1: Expected 2 input and 3 output cells, one a column, but there are 1 and 3
            <text>0.25</text> | <text>25</text> | :48: row 2, column limit: Expected a share between 0 and 1, but it is 25; 25 % is written 0.25
            <text>0.25</text> | <text>1.01</text> | :48: row 2, column limit: Expected a share between 0 and 1, but it is 1.01
            <text>0.20</text> | <text>20</text> | :49: row 2, column warning: Expected a share between 0 and 1, but it is 20; 20 % is written 0.2
            <text>0.20</text> | <text>0.26</text> | :49: row 2, column warning: Expected a warning of at most the limit, 0.25, but it is 0.26
            <text>0.25</text> | <text>-0.25</text> | :48: row 2, column limit: Expected a number of zero or more
            <text>"cut"</text> | <text>"cutt"</text> | :42: row 1, column action: Expected "deny", "cut" or "warn", in quotes and lower case, but the cell says "cutt"; maybe "cut" is meant
            <text>"Fund", "ETF"</text> | <text>Fund</text> | :38: row 1, column Asset class: Expected FEEL
            <text>"Fund", "ETF"</text> | <text>-</text> | :45: row 2: Expected a row that is reached, but row 1 comes first and fits all that it fits; maybe it belongs above row 1
            """)
    void whatIsMissingOrMeantOtherwiseIsNamedByRowAndColumn(String from, String to, String said) throws IOException {
        change(from, to == null ? "" : to);
        String message = refused();
        assertTrue(message.startsWith("rules/" + TABLE + said), message);
    }

    @Test
    void aTurnoverIsNoShareOfOneButNoPercentageEither() throws IOException {
        Path turnover = folder.resolve("limits/daily-turnover.dmn");
        Files.writeString(turnover, Files.readString(turnover).replace("<text>2.00</text>", "<text>200</text>"));
        assertTrue(refused()
                .contains("column limit: Expected a share between 0 and 10, but it is 200; 200 % is written 2"));
    }

    @Test
    void nothingOfAnotherKindIsATable() throws IOException {
        for (String other : List.of("<html></html>", "", "x", "{}", "<definitions/>", "<?xml version=\"1.0\"?>")) {
            Files.writeString(folder.resolve(TABLE), other);
            assertTrue(refused().startsWith("rules/" + TABLE + ":"), other);
        }
    }

    @Test
    void rowsThatContradictEachOtherAreNamed() throws IOException {
        change("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"");
        assertTrue(refused().startsWith("rules/" + TABLE + ":45: row 2: Expected one answer, but row 1 fits some"));
        change("hitPolicy=\"UNIQUE\"", "hitPolicy=\"ANY\"");
        assertTrue(refused().startsWith("rules/" + TABLE + ":45: row 2: Expected one answer, but row 1 fits some"));
    }

    @Test
    void whatIsOnlyKnownWhenItIsAskedIsRefusedThen() throws IOException {
        change("<text>0.25</text>", "<text>if Strategy = \"x\" then 0.25 else 2500 / 100</text>");
        DroolsRuleBook rules = Trusted.rules(folder);
        Problem problem = assertThrows(Problem.class, () -> Scenarios.run(folder, rules));
        assertTrue(
                String.valueOf(problem.getMessage()).contains("row 2, column limit: Expected a share between 0 and 1"),
                problem::getMessage);
    }

    @Test
    void aChangedLimitFailsItsOwnCasesAndNoOthers() throws IOException {
        change("<text>0.25</text>", "<text>0.02</text>");
        change("<text>0.20</text>", "<text>0.01</text>");
        List<String> failed = Scenarios.run(folder, Trusted.rules(folder)).stream()
                .filter(r -> !r.passed())
                .map(ScenarioResult::rule)
                .distinct()
                .toList();
        assertEquals(List.of("position-weight"), failed);
    }

    @Test
    void aCaseMayNameItsAccount() throws IOException {
        Path turnover = folder.resolve("limits/position-weight.dmn");
        String text = Files.readString(turnover)
                .replace("name=\"Strategy\"", "name=\"Account\"")
                .replace("<text>Strategy</text>", "<text>Account</text>")
                .replace(
                        "<inputEntry id=\"row-1-strategy\"><text>-</text>",
                        "<inputEntry id=\"row-1-strategy\"><text>\"FUND7\"</text>")
                .replace("<text>\"Fund\", \"ETF\"</text>", "<text>-</text>");
        Files.writeString(turnover, text);
        Files.writeString(folder.resolve("limits/position-weight.scenarios.csv"), """
                case,account,cash,prices,orders,subject,outcome,permitted
                The fund may hold more,FUND7,100000,IBM 100,buy 390 IBM,IBM,warn,
                Others may not,,100000,IBM 100,buy 390 IBM,IBM,cut,250
                The account itself,FUND7,100000,IBM 100,buy 100 IBM,IBM,pass,
                """);
        Scenarios.run(folder, Trusted.rules(folder)).forEach(r -> assertTrue(r.passed(), r::toString));
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve(TABLE));
    }

    private void write(String text, String encoding) throws IOException {
        Files.write(folder.resolve(TABLE), text.getBytes(Charset.forName(encoding)));
    }

    private void change(String from, String to) throws IOException {
        String text = text();
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(TABLE), text.replace(from, to));
    }

    private void passes() {
        Scenarios.run(folder, Trusted.rules(folder)).forEach(r -> assertTrue(r.passed(), r::toString));
    }

    private String refused() {
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        return String.valueOf(problem.getMessage());
    }
}
