package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
    private static final Path PAGE = Path.of("src/docs/execution-simulate.md");

    @TempDir
    Path folder;

    private Object command() {
        CommandLine execution = new CommandLine(new ExecutionCommand());
        execution.addSubcommand(new SimulateCommand(() -> Path.of(""), () -> folder.resolve("state")));
        return execution.getCommandSpec();
    }

    private CommandAnswer ask(String more) {
        return CommandAnswer.of(
                command(),
                "simulate --orders F/orders.csv --trades F/trades.csv --quotes F/quotes.csv "
                                .replace("F/", folder + "/")
                        + more.replace("F/", folder + "/"));
    }

    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        for (String out : List.of("simulated", "handled")) {
            String children =
                    Files.readString(folder.resolve(out + "/children.csv")).replace("\r", "");
            assertTrue(Files.readString(PAGE).contains("```\n" + children + "```"), children);
        }
    }

    @Test
    void costsSaysTheSameOfItsFiles() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        Files.copy(folder.resolve("simulated/fills.csv"), folder.resolve("fills.csv"));
        CommandAnswer costs = CommandAnswer.of(
                new ExecutionCommand(),
                "costs --orders F/orders.csv --fills F/fills.csv --trades F/trades.csv --quotes F/quotes.csv --format json"
                        .replace("F/", folder + "/"));
        assertEquals(0, costs.code(), costs.err());
        assertEquals(
                new ObjectMapper().readTree(costs.out()),
                new ObjectMapper()
                        .readTree(folder.resolve("simulated/costs.json").toFile()));
    }

    /** 200 at 50.22 at half a basis point and a tenth of a cent a share: 0.5022 + 0.2. */
    @Test
    void feesAreWrittenAndCount() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        CommandAnswer answer =
                ask("--smallest-child 50 --engine java --out F/charged --fee-bps 0.5 --fee-per-share 0.001");
        assertEquals(0, answer.code(), answer.err());
        double fees = 0;
        for (String line : Files.readAllLines(folder.resolve("charged/fills.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",");
            double units = Double.parseDouble(cells[3]);
            double expected = units * (Double.parseDouble(cells[2]) * 0.5e-4 + 0.001);
            assertEquals(expected, Double.parseDouble(cells[5]), 5.1e-7, line);
            fees += Double.parseDouble(cells[5]);
        }
        JsonNode total = new ObjectMapper()
                .readTree(folder.resolve("charged/costs.json").toFile())
                .path("total");
        assertEquals(fees, total.path("fees").asDouble(), 1e-9);
        assertTrue(fees > 0);
        CommandAnswer wrong = ask("--engine java --out F/no --fee-bps 101");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("Expected --fee-bps from -100 to 100"), wrong.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1,F,ABC,buy,1.5,10:00,11:00,twap,5,,,  | orders.csv:2: Expected a quantity in whole units, but got 1.5
            A1,F,ABC,buy,10,10:00,11:00,best,5,,,   | orders.csv:2: Expected the strategy twap, vwap, pov, is, iceberg, peg or close, but A1 has "best"
            A1,F,ABC,buy,10,10:00,11:00,pov,5,,,    | orders.csv:2: Expected a participation of the pov order A1
            A1,F,ABC,buy,10,10:00,11:00,iceberg,5,,, | orders.csv:2: Expected a display of the iceberg order A1
            A1,F,ABC,buy,10,10:00,11:00,twap,5,1.00001,, | orders.csv:2: Expected a limit_price in whole steps of 0.0001, but got 1.00001
            A1,F,ABC,buy,10,10:00,11:00,twap,5,,1.5, | orders.csv:2:11: Expected a participation from 0 to 1, but got 1.5
            A1,F,ABC,buy,10,12:00,13:00,vwap,5,,,   | orders.csv:2: Expected a market that trades in the window of A1
            """)
    void whatCannotBeWorkedIsSaidAndNothingIsWritten(String row, String said) throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        Files.writeString(
                folder.resolve("orders.csv"),
                "order_id,account,symbol,side,quantity,start,end,strategy,decision_price,limit_price,participation,display\n"
                        + row + "\n");
        CommandAnswer answer = ask("--engine java --out F/new");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10,twap,,,,,,middle,   | orders.csv:2:14: Expected primary, market or midpoint, but got "middle"
            10,twap,,,,,,market,.5 | orders.csv:2:15: Expected a peg offset in whole ticks, but got .5
            10,twap,,,,,,,2        | orders.csv:2:15: Expected a peg that is off by 2, but there is none
            10,twap,,,-1,,,,       | orders.csv:2:11: Expected a largest child from 0 to 1e12, but got -1
            10,twap,,0,,,,,        | orders.csv:2:10: Expected a number above 0
            10,twap,,,,4,,,        | orders.csv:2: Expected a quantity in whole lots of 4, but got 10
            10,iceberg,5,,,,6,,    | orders.csv:2: Expected a least_display of A1 up to its display, but got 6
            10,peg,,,,,,,          | orders.csv:2: Expected a peg (primary, market or midpoint) of the peg order A1
            10,close,,,,,,market,  | orders.csv:2: Expected no peg of the close order A1
            """)
    void aWrongWishIsNamedWithItsPlace(String wishes, String said) throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        String[] cells = wishes.strip().split(",", 3);
        Files.writeString(
                folder.resolve("orders.csv"),
                "order_id,account,symbol,side,quantity,start,end,strategy,display,would_price,largest_child,lot_size,"
                        + "least_display,peg,peg_offset,decision_price\nA1,F,ABC,buy," + cells[0] + ",10:00,11:00,"
                        + cells[1] + "," + cells[2].strip() + ",5\n");
        CommandAnswer answer = ask("--engine java --out F/new");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    /** Two symbols in one call: each has its own market, and gets what it gets alone. */
    @Test
    void eachOfSeveralSymbolsHasItsOwnMarket() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        List<String> own = Files.readAllLines(folder.resolve("orders.csv"));
        Files.writeString(
                folder.resolve("both.csv"),
                String.join("\n", own) + "\n" + own.get(1).replace("A1", "X1").replace("ABC", "XYZ") + "\n");
        String files = "--trades S=F/trades.csv --quotes S=F/quotes.csv ";
        String asked = "simulate --smallest-child 50 --engine java --orders F/both.csv --out F/both ";
        CommandAnswer answer = CommandAnswer.of(
                command(),
                (asked + files.replace("S=", "ABC=") + files.replace("S=", "XYZ="))
                        .replace("F/", folder + "/")
                        .strip());
        assertEquals(0, answer.code(), answer.err());
        for (String file : List.of("children.csv", "fills.csv")) {
            assertEquals(
                    Files.readString(folder.resolve("simulated/" + file)),
                    Files.readString(folder.resolve("both/ABC/" + file)));
        }
        assertTrue(Files.readString(folder.resolve("both/XYZ/children.csv")).contains("X1,buy"));
        CommandAnswer missing = CommandAnswer.of(
                command(),
                (asked.replace("F/both ", "F/new ") + files.replace("S=", "ABC="))
                        .replace("F/", folder + "/")
                        .strip());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("but got XYZ; maybe --trades XYZ=FILE is missing"), missing.err());
        CommandAnswer idle = ask("--engine java --out F/new --trades QQQ=F/trades.csv");
        assertEquals(2, idle.code(), idle.out());
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2, command());
        assertTrue(ask("--engine java --out F/simulated").err().contains("holds files already"));
        assertTrue(ask("--latency -1 --engine java --out F/new").err().contains("Expected --latency from 0 to"));
    }

    /** Orders of a whole recorded day: nothing beyond the order, the limit or the share, and who decides changes no byte. */
    @Test
    void aRecordedDayKeepsWhatIsAskedOfIt() throws IOException {
        Path ticks = SharedData.file("intraday/us_equity_tick/ibm_20131007_trades.csv.gz")
                .getParent();
        Files.writeString(folder.resolve("orders.csv"), """
                order_id,account,symbol,side,quantity,start,end,strategy,decision_price,limit_price,participation,display
                T1,FUND,IBM,buy,20000,10:00:00,15:00:00,twap,182.40,182.50,,
                V1,FUND,IBM,sell,30000,09:30:00,16:00:00,vwap,182.00,,0.1,
                P1,FUND,IBM,buy,5000,11:00:00,12:00:00,pov,182.70,182.90,0.05,
                I1,FUND,IBM,sell,3000,13:00:00,14:00:00,iceberg,182.40,,,300
                G1,FUND,IBM,buy,2000,10:00:00,11:00:00,peg,182.40,182.60,,
                C1,FUND,IBM,sell,20000,15:50:00,16:05:00,close,182.40,181.00,,
                """.replaceAll("(?m)^(.*display)$", "$1,peg,largest_child")
                .replaceAll("(?m)^([TVPIC]1.*)$", "$1,,")
                .replaceAll("(?m)^(G1.*)$", "$1,midpoint,200"));
        Map<String, byte[]> first = new HashMap<>();
        for (String engine : List.of("--engine java", "")) {
            Path out = folder.resolve("out" + engine.length());
            CommandAnswer answer = CommandAnswer.of(
                    command(),
                    ("simulate --orders " + folder + "/orders.csv --trades " + ticks
                                    + "/ibm_20131007_trades.csv.gz --quotes " + ticks
                                    + "/ibm_20131007_quotes.csv.gz --out "
                                    + out + " --randomise-sizes 2000 --randomise-times 2000 " + engine)
                            .strip());
            assertEquals(0, answer.code(), answer.err());
            for (String file : List.of("children.csv", "fills.csv", "costs.json")) {
                byte[] bytes = Files.readAllBytes(out.resolve(file));
                byte[] before = first.putIfAbsent(file, bytes);
                if (before != null) {
                    assertArrayEquals(before, bytes, file);
                }
            }
        }
        Map<String, Long> filled = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out13/fills.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",");
            filled.merge(cells[0], Long.parseLong(cells[3]), Long::sum);
            if (cells[0].equals("T1")) {
                assertTrue(Double.parseDouble(cells[2]) <= 182.50, line);
            }
            assertTrue(!cells[0].equals("P1") || cells[1].compareTo("12:00:00.010") < 0, line);
        }
        assertTrue(filled.get("T1") <= 20_000 && filled.get("T1") > 0, filled.toString());
        assertEquals(30_000, filled.get("V1"));
        assertEquals(5_000, filled.get("P1"));
        assertEquals(3_000, filled.get("I1"));
        assertTrue(filled.get("G1") > 0, filled.toString());
        assertEquals(20_000, filled.get("C1"));
    }
}
