package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A firm of four accounts and four instruments, and tables that name some of them. */
class PopulationTest {
    private static final List<Account> ACCOUNTS = List.of(
            account("A1", "hrp", "retail"),
            account("A2", "hrp", "professional"),
            account("A3", "equal", "retail"),
            account("A4", "cash", "retail"));
    private static final List<Instrument> INSTRUMENTS = List.of(
            instrument("XOM", "Equity", "Energy"),
            instrument("CVX", "Equity", "Energy"),
            instrument("SPY", "ETF", "unknown"),
            instrument("PFE", "Equity", "Health"));
    private static final KnownFirm FIRM = new KnownFirm(
            FirmColumns.of(INSTRUMENTS, ACCOUNTS),
            Map.of(),
            Optional.of(new TreeSet<>(List.of("watch", "restricted"))),
            ACCOUNTS,
            INSTRUMENTS);

    @TempDir
    Path folder;

    private static Account account(String id, String strategy, String client) {
        return new Account(id, id, Money.of(BigDecimal.TEN, "USD"), strategy)
                .withFields(Fields.of(List.of(new Fields.Field("client_type", client, Optional.of(client)))));
    }

    private static Instrument instrument(String symbol, String assetClass, String sector) {
        return new Instrument(symbol, symbol, assetClass, sector, "USD", BigDecimal.ONE, BigDecimal.ONE, "XNYS");
    }

    /** A delivered table with one more row in front of its others. */
    private List<Finding> found(String table, String inputs, String column, String other) throws IOException {
        String text = Files.readString(Path.of("rules/limits/" + table + ".dmn"))
                .replace(column, other)
                .replaceFirst("<rule id=\"row-1\">", """
                        <rule id="row-0">INPUTS<outputEntry><text>0.1</text></outputEntry><outputEntry><text>null</text></outputEntry><outputEntry><text>"cut"</text></outputEntry></rule>
                        <rule id="row-1">""".replace("INPUTS", inputs));
        Path file = folder.resolve(table + ".dmn");
        Files.writeString(file, text);
        return CheckedFile.of(file, FIRM).findings().stream()
                .filter(finding -> finding.code().equals("no-own-row"))
                .toList();
    }

    private List<String> told(String table, String... cells) throws IOException {
        StringBuilder inputs = new StringBuilder();
        for (String cell : cells) {
            inputs.append("<inputEntry><text>").append(cell).append("</text></inputEntry>");
        }
        return found(table, inputs.toString(), "\0", "").stream()
                .map(Finding::sentence)
                .toList();
    }

    @Test
    void pairsAreToldInGroupsThatMissTheSame() throws IOException {
        assertEquals(
                List.of("No row of their own covers Strategy equal, cash with Asset class Equity: 6 pairs of 2 accounts"
                        + " and 3 instruments, such as A3 with XOM; what fits whatever comes decides"),
                told("position-weight", "\"Equity\"", "\"hrp\""),
                "funds and ETFs have a row of their own");
    }

    @Test
    void instrumentsAloneAreToldWhereTheTableTellsNoAccountsApart() throws IOException {
        List<Finding> found = found(
                "sector-weight",
                "<inputEntry><text>\"Energy\"</text></inputEntry><inputEntry><text>-</text></inputEntry>",
                "\0",
                "");
        assertEquals(
                "No row of their own covers Sector Health: 1 instrument, such as PFE; what fits whatever comes decides",
                found.getFirst().sentence(),
                "what has no sector is judged by no table of sectors");
        assertEquals("Sector", found.getFirst().column());
        assertEquals(
                Map.of("Sector", "\"Health\"", "Symbol", "\"PFE\""),
                Map.copyOf(found.getFirst().example()));
    }

    @Test
    void aColumnOfTheFirmsOwnTellsAccountsApart() throws IOException {
        String inputs = "<inputEntry><text>-</text></inputEntry><inputEntry><text>\"retail\"</text></inputEntry>";
        List<Finding> found = found("sector-weight", inputs, "Strategy", "Client type");
        assertEquals(
                "No row of their own covers Client type professional: 1 account, such as A2; what fits whatever comes"
                        + " decides",
                found.getFirst().sentence());
    }

    @Test
    void aTableThatTestsNothingOfTheFirmSaysNothing() throws IOException {
        assertEquals(List.of(), told("gross-exposure", "false", "-"));
        assertTrue(CheckedFile.of(Path.of("rules/limits/sector-weight.dmn"), FIRM)
                .findings()
                .isEmpty());
    }
}
