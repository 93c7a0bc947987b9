package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionCostsCommandTest {
    private static final Path PAGE = Path.of("src/docs/execution-costs.md");

    @TempDir
    Path folder;

    private CommandAnswer ask(String more) {
        return CommandAnswer.of(
                new ExecutionCommand(),
                "costs --orders F/orders.csv --fills F/fills.csv --trades F/trades.csv --quotes F/quotes.csv"
                                .replace("F/", folder + "/")
                        + more);
    }

    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
    }

    @Test
    void theWholeHasEveryGroupAndWhatWasFound() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
        CommandAnswer answer = ask(" --format json --previous-close 49");
        assertEquals(0, answer.code(), answer.err());
        JsonNode whole = new ObjectMapper().readTree(answer.out());
        assertEquals("positive is a cost", whole.path("sign").asText());
        JsonNode first = whole.path("orders").get(0);
        assertEquals(369, first.path("total").asDouble(), 1e-12);
        assertEquals(73.8, first.path("total_bps").asDouble(), 1e-12);
        assertEquals(0.9, first.path("fill_rate").asDouble(), 1e-12);
        assertEquals("mid", first.path("arrival_from").asText());
        assertEquals(120, first.path("arrival_cost").asDouble(), 1e-12);
        assertEquals(600 * 1.3 + 300 * 1.4, first.path("previous_close_cost").asDouble(), 1e-9);
        assertEquals(50.8, first.path("close").asDouble(), 1e-12);
        assertEquals(3_400, first.path("market_volume").asLong());
        assertEquals(
                first.path("effective_spread").asDouble(),
                first.path("realised_spread").asDouble() + first.path("impact").asDouble(),
                1e-9);
        double total = whole.path("total").path("total").asDouble();
        for (String group : new String[] {"orders", "strategies", "accounts"}) {
            double sum = 0;
            for (JsonNode one : whole.path(group)) {
                sum += one.path("total").asDouble();
            }
            assertEquals(total, sum, 1e-9, group);
        }
        assertEquals("duplicate", whole.path("findings").get(0).path("kind").asText());
        assertEquals(5, whole.path("findings").get(0).path("line").asInt());
        assertEquals("unknown_order", whole.path("findings").get(1).path("kind").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders | A1,F,ABC,hold,1,10:00,11:00,vwap,5 | orders.csv:2:4: Expected buy or sell, but got hold
            orders | A1,F,ABC,buy,0,10:00,11:00,vwap,5  | orders.csv:2:5: Expected a number above 0 and at most 1e12, but got 0
            orders | A1,F,ABC,buy,1,10h,11:00,vwap,5    | orders.csv:2:6: Expected a time such as 09:30:00 or 09:30:00.250, but got "10h"
            orders | A1,F,ABC,buy,1,11:00,11:00,vwap,5  | orders.csv:2:7: Expected an end after the start, but got 11:00
            orders | A1,F,ABC,buy,1,10:00,11:00,vwap,5;A1,F,ABC,buy,1,10:00,11:00,vwap,5 | orders.csv:3:1: Expected each id once, but A1 is also in line 2
            orders | A1,F,ABC,buy,1,10:00,11:00,vwap,5;A2,F,XYZ,buy,1,10:00,11:00,vwap,5 | orders.csv:3:3: Expected orders of one symbol
            orders |                                    | orders.csv: Expected a header and orders, but there is no order
            fills  | A1,10:00,5,-1,N,0                  | fills.csv:2:4: Expected a quantity from 0 to 1e12, but got -1
            """)
    void whatIsWrongIsSaid(String file, String rows, String said) throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
        String header = file.equals("orders")
                ? "order_id,account,symbol,side,quantity,start,end,strategy,decision_price\n"
                : "order_id,time,price,quantity,venue,fee\n";
        Files.writeString(
                folder.resolve(file + ".csv"),
                header + (rows == null ? "" : rows.strip().replace(';', '\n') + "\n"));
        CommandAnswer answer = ask("");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
    }

    /** Orders that take what the recorded day's own trades were, at their prices: their slippage to its average price is nothing. */
    @Test
    void aRecordedDay() throws IOException {
        Path trades = SharedData.file("intraday/us_equity_tick/ibm_20131007_trades.csv.gz");
        Path quotes = SharedData.file("intraday/us_equity_tick/ibm_20131007_quotes.csv.gz");
        Files.writeString(
                folder.resolve("orders.csv"),
                "order_id,account,symbol,side,quantity,start,end,strategy,decision_price\n"
                        + "B,F,IBM,buy,1000,09:30,16:00,vwap,181.9\n");
        Files.writeString(
                folder.resolve("fills.csv"),
                "order_id,time,price,quantity,venue,fee\nB,12:00:00.000,182.52904497207894,1000,N,0\n");
        CommandAnswer answer = CommandAnswer.of(
                new ExecutionCommand(),
                "costs --orders F/orders.csv --fills F/fills.csv".replace("F/", folder + "/") + " --trades " + trades
                        + " --quotes " + quotes + " --format json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode order =
                new ObjectMapper().readTree(answer.out()).path("orders").get(0);
        assertEquals(0, order.path("vwap_bps").asDouble(), 1e-4);
        assertEquals(182.01, order.path("close").asDouble(), 1e-9);
        assertEquals(1000 / 3_753_440.0, order.path("participation").asDouble(), 1e-8);
        assertEquals(182.56577166, order.path("twap").asDouble(), 1e-7);
    }

    /** A1 sent two children, one was cancelled half done; the other took 40 ms. */
    @Test
    void childrenGiveRatesAndTimes() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
        Files.writeString(folder.resolve("children.csv"), """
                child_id,order_id,side,sent,quantity,price,filled,ended,end
                1,A1,buy,10:05:00.000,600,50.30,600,10:05:00.040,filled
                2,A1,buy,10:15:00.000,400,50.40,300,10:20:00.000,cancelled
                """);
        CommandAnswer answer = ask(" --format json --children " + folder.resolve("children.csv"));
        JsonNode whole = new ObjectMapper().readTree(answer.out());
        JsonNode first = whole.path("orders").get(0);
        assertEquals(2, first.path("children").asInt());
        assertEquals(0.9, first.path("child_fill_rate").asDouble(), 1e-12);
        assertEquals(0.5, first.path("child_cancel_rate").asDouble(), 1e-12);
        assertEquals(40, first.path("fill_ms_p99").asInt());
        assertEquals(300, first.path("first_fill_seconds").asDouble(), 1e-12);
        assertEquals(2, whole.path("total").path("children").asInt());
        Files.writeString(
                folder.resolve("children.csv"), "order_id,sent,quantity,filled,ended,end\nA1,10:00,5,6,10:00,filled\n");
        CommandAnswer wrong = ask(" --children " + folder.resolve("children.csv"));
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("children.csv:2:4: Expected at most the 5 sent"), wrong.err());
    }

    @Test
    void oneOrderFarFromTheOthersIsNamed() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
        StringBuilder orders =
                new StringBuilder("order_id,account,symbol,side,quantity,start,end,strategy,decision_price\n");
        StringBuilder fills = new StringBuilder("order_id,time,price,quantity,venue,fee\n");
        for (int i = 1; i <= 6; i++) {
            orders.append("B").append(i).append(",F,ABC,buy,100,10:00,10:30,vwap,50.00\n");
            fills.append("B")
                    .append(i)
                    .append(",10:10,")
                    .append(i == 4 ? "53.00" : "50.2" + i)
                    .append(",100,LIT,0\n");
        }
        Files.writeString(folder.resolve("orders.csv"), orders);
        Files.writeString(folder.resolve("fills.csv"), fills);
        CommandAnswer answer = ask("");
        assertTrue(answer.err().contains("! orders.csv:5: B4 cost 600.0 bps, far from the median of"), answer.err());
        assertFalse(answer.err().contains("B1 cost"), answer.err());
    }

    @Test
    void anEstimateNeedsBothFigures() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 2);
        CommandAnswer answer = ask(" --volatility 0.01");
        assertEquals(2, answer.code());
        assertTrue(answer.err().contains("Expected --volatility and --daily-volume together"), answer.err());
    }
}
