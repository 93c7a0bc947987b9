package dev.vesper.adapters.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.PriceRows;
import dev.vesper.basics.Problem;
import dev.vesper.data.Severity;
import dev.vesper.data.TableContract;
import dev.vesper.desk.checkdata.DataCheck.Breach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract of prices sets aside, row by row. */
class TableCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 1, 31);
    private static final Map<String, Set<String>> SETS = Map.of("instruments", Set.of("AAA", "BBB"));

    /** Lines 2 to 5 of every case are good. */
    private static final String GOOD = """
            date,symbol,open,high,low,close,volume
            2024-01-08,AAA,10,10.5,9.5,10.1,1000
            2024-01-08,BBB,20,21,19,20.2,500
            2024-01-09,AAA,10,10.5,9.5,10.2,1000
            2024-01-09,BBB,20,21,19,20.3,
            """;

    @TempDir
    Path folder;

    record Result(Judgement found, List<Breach> breaches, List<String> quarantine) {}

    private Result check(TableContract table, String csv, LocalDate asOf) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("prices.csv"), csv);
        Path out = folder.resolve("quarantine.csv");
        try (var check = new TableCheck(table, new PriceRows(), file, SETS, asOf, TODAY, folder.resolve("spill"))) {
            Judgement found = check.judgement(TODAY);
            new Quarantine(table).write(check, "prices.csv", out);
            return new Result(found, new Verdicts(table, found, asOf).breaches(), Files.readAllLines(out));
        }
    }

    private Result check(String csv) throws IOException, SQLException {
        return check(prices(), csv);
    }

    /** As of today, whose prices these small files do not hold: that rule has tests of its own. */
    private Result check(TableContract table, String csv) throws IOException, SQLException {
        Result all = check(table, csv, TODAY);
        return new Result(
                all.found,
                all.breaches.stream()
                        .filter(breach -> !breach.rule().equals("business-date-priced"))
                        .toList(),
                all.quarantine);
    }

    /** Java's patterns look around, DuckDB's do not: the contract is named, and no disk is suspected. */
    @Test
    void aPatternThatDuckDbDoesNotKnowIsTheContractsFault() throws IOException {
        String text = Files.readString(ContractReaderTest.PRICES).replace("'[\\p{L}\\p{N}^]", "'(?=x)[\\p{L}\\p{N}^]");
        TableContract table =
                ContractReader.parse(text, "contract.odcs.yaml").table("prices").orElseThrow();
        SQLException why = assertThrows(SQLException.class, () -> check(table, GOOD, TODAY));
        Problem told = Duck.failed("prices", folder.resolve("prices.csv"), folder, why);
        assertEquals(Problem.Kind.INPUT, told.kind(), told.getMessage());
        assertTrue(
                told.getMessage().startsWith("prices/contract.odcs.yaml: Expected rules that can be checked"),
                told.getMessage());
    }

    private static TableContract prices() {
        return ContractReader.read(ContractReaderTest.PRICES).table("prices").orElseThrow();
    }

    private static List<String> rules(List<Breach> breaches) {
        return breaches.stream().map(Breach::rule).toList();
    }

    @Test
    void goodRowsBreakNothing() throws Exception {
        Result result = check(GOOD);
        assertEquals(4, result.found.rows());
        assertEquals(0, result.found.bad());
        assertEquals(LocalDate.of(2024, 1, 8), result.found.firstDate());
        assertEquals(LocalDate.of(2024, 1, 9), result.found.lastDate());
        assertEquals(List.of(), result.breaches);
        assertEquals(List.of("file,line,column,date,symbol,value,rule,reason"), result.quarantine);
    }

    /** One bad line after four good ones; the line set aside is line 6. A ~ stands for an empty cell. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            text in a number       | 2024-01-10,AAA,10,11,9,ten,1       | close-type            | ten
            thousands separator    | 2024-01-10,AAA,10,11,9,1_000,1     | close-type            | 1_000
            not a number           | 2024-01-10,AAA,10,11,9,NaN,1       | close-type            | NaN
            infinite               | 2024-01-10,AAA,10,11,9,1e999,1     | close-type            | 1e999
            negative price         | 2024-01-10,AAA,10,11,9,-10,1       | close-range           | -10
            zero price             | 2024-01-10,AAA,10,11,9,0,1         | close-range           | 0
            no price               | 2024-01-10,AAA,10,11,9,,1          | close-required        | ~
            unknown symbol         | 2024-01-10,ZZZ,10,11,9,10,1        | symbol-known          | ZZZ
            symbol with a formula  | 2024-01-10,=A1,10,11,9,10,1        | symbol-pattern        | =A1
            no symbol              | 2024-01-10,,10,11,9,10,1           | symbol-required       | ~
            from the future        | 2024-02-01,AAA,10,11,9,10,1        | date-not-in-future    | 2024-02-01
            no date                | ,AAA,10,11,9,10,1                  | date-required         | ~
            nonsense for a date    | yesterday,AAA,10,11,9,10,1         | date-type             | yesterday
            30 February            | 2024-02-30,AAA,10,11,9,10,1        | date-type             | 2024-02-30
            another date format    | 10/01/2024,AAA,10,11,9,10,1        | date-type             | 10/01/2024
            long ago               | 0001-01-01,AAA,10,11,9,10,1        | date-range            | 0001-01-01
            high below low         | 2024-01-10,AAA,10,9,9.5,9,1        | high-not-below-low    | 9
            high below close       | 2024-01-10,AAA,10,10.2,9,10.3,1    | high-not-below-close  | 10.2
            low above close        | 2024-01-10,AAA,10,11,10.2,10.1,1   | low-not-above-close   | 10.2
            negative volume        | 2024-01-10,AAA,10,11,9,10,-1       | volume-range          | -1
            text for volume        | 2024-01-10,AAA,10,11,9,10,much     | volume-type           | much
            the same row again     | 2024-01-09,AAA,10,10.5,9.5,10.2,1000 | one-price-a-day     | 10.2
            the same, other digits | 2024-01-09,AAA,10.0,10.5,9.50,10.20,1e3 | one-price-a-day  | 10.20
            """)
    void aBadRowIsSetAsideWithItsReason(String story, String line, String rule, String value) throws Exception {
        Result result = check(GOOD + line + "\n");
        assertEquals(1, result.found.bad(), result.quarantine.toString());
        assertEquals(5, result.found.rows());
        String[] cells = result.quarantine.get(1).split(",", 8);
        assertEquals("prices.csv", cells[0]);
        assertEquals("6", cells[1]);
        assertEquals("6", cells[2]);
        assertEquals(value.equals("~") ? "" : value, cells[5]);
        assertEquals(rule, cells[6]);
        assertTrue(cells[7].contains("must"), cells[7]);
        assertTrue(rules(result.breaches).contains(rule), result.breaches.toString());
        Breach breach = result.breaches.stream()
                .filter(b -> b.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        assertEquals(1, breach.rows());
        assertTrue(breach.example().startsWith("prices.csv:6:6: "), breach.example());
        boolean counts = !rule.equals("symbol-known"); // 1 of 5 rows is 20 %
        assertEquals(counts, rules(result.breaches).contains("few-bad-rows"));
        assertEquals(counts, Verdicts.blocking(result.breaches));
    }

    @Test
    void rowsThatContradictEachOtherAllGo() throws Exception {
        Result result = check(GOOD + "2024-01-09,AAA,10,10.5,9.5,10.3,1000\n");
        assertEquals(2, result.found.bad());
        assertEquals("4", result.quarantine.get(1).split(",")[1]);
        assertEquals("6", result.quarantine.get(2).split(",")[1]);
    }

    @Test
    void aBadRowDoesNotMakeItsGoodTwinADuplicate() throws Exception {
        Result result = check(GOOD + "2024-01-09,AAA,10,10.5,9.5,-1,1000\n");
        assertEquals(1, result.found.bad());
        assertEquals("6", result.quarantine.get(1).split(",")[1]);
    }

    @Test
    void aJumpIsShownAndKept() throws Exception {
        Result result = check(GOOD + "2024-01-10,AAA,,,,17,1\n2024-01-11,AAA,,,,17.1,1\n");
        assertEquals(0, result.found.bad());
        assertEquals(List.of("close-jump"), rules(result.breaches));
        assertEquals(Severity.WARNING, result.breaches.getFirst().severity());
        assertEquals(
                "prices.csv:6:6: date 2024-01-10, symbol AAA, close 17, volume 1",
                result.breaches.getFirst().example());
    }

    @Test
    void aBadRowIsNoStepOfAJump() throws Exception {
        Result result = check(GOOD + "2024-01-10,AAA,,,,-17,1\n2024-01-11,AAA,,,,10.3,1\n");
        assertTrue(!rules(result.breaches).contains("close-jump"), result.breaches.toString());
    }

    @Test
    void aSymbolThatStoppedIsStale() throws Exception {
        String later = GOOD + "2024-01-19,AAA,,,,10,1\n";
        assertEquals(List.of(), check(later).breaches, "10 days are allowed");
        Result result = check(later + "2024-01-20,AAA,,,,10,1\n");
        assertEquals(List.of("no-stale-price"), rules(result.breaches));
        assertEquals(1, result.breaches.getFirst().rows());
        assertTrue(result.breaches.getFirst().example().startsWith("prices.csv:5:6: date 2024-01-09, symbol BBB"));
    }

    @Test
    void rowsAfterTheAsOfDatePlayNoPart() throws Exception {
        String csv = GOOD + "2024-01-20,AAA,,,,-5,1\n2024-01-25,AAA,,,,10,1\n2024-02-02,AAA,,,,10,1\n";
        Result result = check(prices(), csv, LocalDate.of(2024, 1, 9));
        assertEquals(5, result.found.rows(), "four good ones and the one from the future");
        assertEquals(1, result.found.bad());
        assertEquals(LocalDate.of(2024, 1, 9), result.found.lastDate());
        assertEquals("8", result.quarantine.get(1).split(",")[1]);
        assertTrue(!rules(result.breaches).contains("no-stale-price"));
    }

    /** A day whose own prices have not come is not worked on yesterday's, whether the date was given or not. */
    @Test
    void todayIsNotWorkedOnYesterdaysPrices() throws Exception {
        assertEquals(List.of("business-date-priced"), rules(check(prices(), GOOD, TODAY).breaches));
    }

    @Test
    void aBusinessDateWithoutPricesBlocksTheDay() throws Exception {
        Result result = check(prices(), GOOD, LocalDate.of(2024, 1, 10));
        assertEquals(List.of("business-date-priced"), rules(result.breaches));
        assertTrue(Verdicts.blocking(result.breaches));
        assertEquals(
                "There is at least one price of the business date: found 0 for 2024-01-10; the newest good row is of"
                        + " 2024-01-09, but must be greater than 0 rows",
                result.breaches.getFirst().message());
        assertEquals(List.of(), check(prices(), GOOD, LocalDate.of(2024, 1, 9)).breaches);
    }

    @Test
    void onePercentOfBadRowsPassesAndMoreDoesNot() throws Exception {
        var csv = new StringBuilder("date,symbol,close\n");
        LocalDate first = LocalDate.of(2023, 1, 1);
        for (int i = 0; i < 198; i++) {
            csv.append(first.plusDays(i)).append(",AAA,10\n");
        }
        csv.append(first.plusDays(198))
                .append(",AAA,x\n")
                .append(first.plusDays(199))
                .append(",AAA,x\n");
        Result atTheLimit = check(csv.toString());
        assertEquals(List.of("close-type"), rules(atTheLimit.breaches), "2 of 200 rows are 1 %");
        csv.append(first.plusDays(200)).append(",AAA,x\n");
        Result above = check(csv.toString());
        assertEquals(List.of("few-bad-rows", "close-type"), rules(above.breaches));
        assertTrue(above.breaches.getFirst().message().contains("3 of 201 rows (1.49%) set aside"));
    }

    @Test
    void aNewThresholdNeedsNoBuild() throws Exception {
        String contract = Files.readString(ContractReaderTest.PRICES)
                .replace("above: 0.5 ", "above: 0.005 ")
                .replace("quarantine: false", "quarantine: true");
        Result result =
                check(ContractReader.parse(contract, "c.yaml").table("prices").orElseThrow(), GOOD);
        assertEquals(1, result.found.bad(), "10.1 to 10.2 is 0.0099, 20.2 to 20.3 is 0.0049");
        assertEquals("close-jump", result.quarantine.get(1).split(",")[6]);
    }

    @Test
    void aRuleThatCannotBeCheckedIsSaidAloud() throws Exception {
        String contract = Files.readString(ContractReaderTest.PRICES)
                .replace("rule: stale", "rule: smell")
                .replace("name: open", "name: openPrice");
        Result result =
                check(ContractReader.parse(contract, "c.yaml").table("prices").orElseThrow(), GOOD);
        assertEquals(List.of("no-stale-price", "openPrice-type", "openPrice-range"), rules(result.breaches));
        assertEquals(
                "Not checked: \"no-stale-price\" is a rule of type custom for the engine \"vesper\"",
                result.breaches.getFirst().message());
        assertEquals(
                "Not checked: \"openPrice-type\" is in the contract, but no column \"openPrice\" is delivered",
                result.breaches.get(1).message());
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws Exception {
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Path file = Files.writeString(folder.resolve("prices.csv"), GOOD);
            Path out = Files.createDirectories(folder.resolve("facts" + i));
            try (var check =
                    new TableCheck(prices(), new PriceRows(), file, SETS, TODAY, TODAY, folder.resolve("spill"))) {
                sums.add(FileSum.of(check.writeFacts(out).get(2024)));
            }
        }
        assertEquals(sums.get(0), sums.get(1));
    }
}
