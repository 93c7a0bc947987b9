package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.sheet.Columns;
import dev.vesper.desk.workbench.sheet.SheetColumn;
import dev.vesper.desk.workbench.sheet.TableSheet;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.measure.Measures;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table may ask for whatever column the firm writes into its files. */
class FirmColumnsInTablesTest {
    private static final String TABLE = "limits/position-weight.dmn";

    @TempDir
    Path folder;

    @BeforeEach
    void aTableThatAsksForTheRatingAndTheClientType() throws IOException {
        Folders.copy(Path.of("rules"), folder);
        String text = Files.readString(folder.resolve(TABLE))
                .replace("name=\"Asset class\"", "name=\"ESG score\"")
                .replace("<text>Asset class</text>", "<text>ESG score</text>")
                .replace(
                        "typeRef=\"string\"/>\n  </inputData>\n  <inputData",
                        "typeRef=\"number\"/>\n  </inputData>\n  <inputData")
                .replace(
                        "in-asset-class-expression\" typeRef=\"string\"",
                        "in-asset-class-expression\" typeRef=\"number\"")
                .replace("name=\"Strategy\"", "name=\"Client type\"")
                .replace("<text>Strategy</text>", "<text>Client type</text>")
                .replace("<text>\"Fund\", \"ETF\"</text>", "<text>&lt; 30, null</text>")
                .replace("row-1-strategy\"><text>-</text>", "row-1-strategy\"><text>\"retail\"</text>")
                .replace("<text>0.40</text>", "<text>0.05</text>")
                .replace("<text>0.30</text>", "<text>0.03</text>");
        Files.writeString(folder.resolve(TABLE), text);
        Files.writeString(folder.resolve("limits/position-weight.scenarios.csv"), """
                case,cash,prices,orders,instrument fields,account fields,subject,outcome,permitted
                A low score for a retail client,100000,IBM 100,buy 100 IBM,IBM esg_score = 12,client type = retail,IBM,cut,50
                Another client may hold it,100000,IBM 100,buy 100 IBM,IBM esg score = 12,client type = professional,IBM,pass,
                A good score,100000,IBM 100,buy 100 IBM,IBM ESG score = 71.5,client type = retail,IBM,pass,
                No score is no good score,100000,IBM 100,buy 100 IBM,,client type = retail,IBM,cut,50
                """);
    }

    @Test
    void theColumnsDecide() {
        List<ScenarioResult> results = Scenarios.run(folder, rules(columns("71.5", "retail"))).stream()
                .filter(result -> result.rule().equals("position-weight"))
                .toList();
        assertEquals(4, results.size());
        results.forEach(result -> assertTrue(result.passed(), result::toString));
    }

    @Test
    void theColumnsAndListsCanBeAddedToATableAndHaveTheirTypes() throws IOException {
        DmnTables tables = new DmnTables(
                () -> LocalDate.of(2018, 4, 11), () -> new KnownFirm(columns("71.5", "retail"), Map.of()));
        Files.createDirectories(folder.resolve("lists"));
        Files.writeString(folder.resolve("lists/esg-exclusions.csv"), "issuer,owner,reason,until\n");
        FileSet files = RulesFolder.read(folder);
        Map<String, String> offered = new HashMap<>();
        tables.inputs(files, "Position weight").forEach(column -> offered.put(column.name(), column.type()));
        assertEquals("number", offered.get("esg_score"));
        assertEquals("string", offered.get("client_type"));
        assertEquals("boolean", offered.get("On list esg exclusions"));
        assertEquals("boolean", offered.get("On list restricted"));
        List<String> account = tables.inputs(files, "Daily turnover").stream()
                .map(SheetColumn::name)
                .toList();
        assertTrue(account.contains("client_type"), account::toString);
        assertTrue(account.stream().noneMatch(name -> name.startsWith("On list") || name.equals("esg_score")));
        byte[] bytes = files.files().get("limits/sector-weight.dmn");
        TableSheet sheet = tables.sheet("limits/sector-weight.dmn", bytes);
        TableSheet more = Columns.added(
                sheet,
                tables.inputs(files, "Sector weight").stream()
                        .filter(column -> column.name().equals("client_type"))
                        .findFirst()
                        .orElseThrow());
        byte[] written = tables.written("limits/sector-weight.dmn", bytes, more);
        assertEquals(List.of(), tables.findings("limits/sector-weight.dmn", written));
        Files.write(folder.resolve("limits/sector-weight.dmn"), written);
        rules(columns("71.5", "retail")).require(columns("71.5", "retail"));
    }

    @Test
    void aColumnThatTheFirmDoesNotHaveIsRefusedWithTheNearest() {
        Problem none = assertThrows(Problem.class, () -> rules(FirmColumns.NONE));
        assertTrue(
                none.getMessage().contains("column ESG score: Expected one of the facts that are known of it"),
                none::getMessage);
        DroolsRuleBook loaded = rules(FirmColumns.ANY);
        loaded.require(columns("71.5", "retail"));
        Problem texts = assertThrows(Problem.class, () -> loaded.require(columns("good", "retail")));
        assertEquals(
                "rules/limits/position-weight.dmn:22: column ESG score: Expected a column of the firm's instruments.csv or"
                        + " accounts.csv that holds numbers, but its values are others",
                texts.getMessage());
        Problem misspelt = assertThrows(
                Problem.class,
                () -> loaded.require(
                        FirmColumns.of(List.of(instrument("ESG score", "1")), List.of(account("client tipe", "x")))));
        assertTrue(
                misspelt.getMessage().contains("there is none; maybe \"client tipe\" is meant"), misspelt::getMessage);
    }

    @Test
    void anAccountsOwnColumnIsNamedWhereBothFilesHaveIt() {
        FirmColumns both = FirmColumns.of(List.of(instrument("country", "US")), List.of(account("country", "DE")));
        assertEquals(List.of("US"), both.column("Country", true).orElseThrow().values());
        assertEquals(
                List.of("DE"),
                both.column("Account country", true).orElseThrow().values());
        assertEquals(List.of("DE"), both.column("country", false).orElseThrow().values());
        assertEquals(Optional.empty(), both.column("Instrument country", false));
    }

    private DroolsRuleBook rules(FirmColumns columns) {
        return new DroolsRuleBook(folder, Measures.ALL, new KnownFirm(columns, Map.of()), Trusted.all(folder));
    }

    private static FirmColumns columns(String score, String client) {
        return FirmColumns.of(List.of(instrument("esg_score", score)), List.of(account("client_type", client)));
    }

    private static Instrument instrument(String column, String text) {
        return new Instrument("IBM", "IBM", "Equity", "Tech", "USD", BigDecimal.ONE, BigDecimal.ONE, "XNYS")
                .withFields(field(column, text));
    }

    private static Account account(String column, String text) {
        return new Account("ACC1", "A", Money.zero("USD"), "core").withFields(field(column, text));
    }

    private static Fields field(String column, String text) {
        Object value = Map.<String, Object>of("71.5", new BigDecimal("71.5"), "1", BigDecimal.ONE)
                .getOrDefault(text, text);
        return Fields.of(List.of(new Fields.Field(column, text, Optional.of(value))));
    }
}
