package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderScheduleCommandTest {
    private static final String PAPER =
            "--strategy is --side sell --quantity 1000000 --start 09:30:00 --end 16:00:00 --slices 5"
                    + " --horizon-days 5 --risk-aversion 1e-6 --volatility 0.95 --temporary-impact 2.5e-6 --permanent-impact 2.5e-7"
                    + " --fixed-cost 0.0625";

    @TempDir
    Path folder;

    private Path trades = Path.of("");
    private Path profile = Path.of("");

    @BeforeEach
    void aMarket() throws IOException {
        trades = Files.writeString(
                folder.resolve("trades.csv"),
                "millis,price,quantity\n34200000,10,600\n36000000,10.1,200\n37799999,10.2,200\n37800000,10,5000\n");
        profile = Files.writeString(folder.resolve("profile.csv"), "time,volume\n09:30,600\n10:00,400\n");
    }

    private static CommandAnswer ask(String words) {
        return CommandAnswer.of(new ExecutionCommand(), "schedule " + words);
    }

    private static JsonNode json(String words) throws IOException {
        CommandAnswer answer = ask(words + " --format json");
        assertEquals(0, answer.code(), answer.err());
        return new ObjectMapper().readTree(answer.out());
    }

    private static List<Long> quantities(JsonNode schedule) {
        return schedule.path("slices").findValues("quantity").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    @Test
    void aWindowOfAnHourInSlicesOfFiveMinutes() throws IOException {
        JsonNode schedule = json("--strategy twap --side buy --quantity 1000 --start 09:30:00 --end 10:30:00");
        assertEquals(12, schedule.path("slices").size());
        assertEquals(
                1_000, quantities(schedule).stream().mapToLong(Long::longValue).sum());
        JsonNode first = schedule.path("slices").get(0);
        assertEquals("09:30:00", first.path("start").asText());
        assertEquals("09:35:00", first.path("end").asText());
        assertEquals(83, first.path("quantity").asLong());
        assertEquals(917, first.path("left").asLong());
        assertEquals("twap", schedule.path("strategy").asText());
        assertEquals("buy", schedule.path("side").asText());
        assertEquals(0, schedule.path("unscheduled").asLong());
    }

    @Test
    void asTheMarketTradedOrItsProfileSays() throws IOException {
        String order = "--strategy vwap --side sell --quantity 500 --start 09:30:00 --end 10:30:00 --slices 2";
        assertEquals(List.of(300L, 200L), quantities(json(order + " --trades " + trades)));
        assertEquals(List.of(300L, 200L), quantities(json(order + " --profile " + profile)));
    }

    @Test
    void aShareOfTheVolumeMayLeaveSome() {
        CommandAnswer answer = ask(
                "--strategy pov --side buy --quantity 500 --start 09:30:00 --end 10:30:00 --slices 2 --participation 0.1"
                        + " --trades " + trades + " --format csv");
        assertEquals(0, answer.code(), answer.err());
        assertEquals("""
                slice,start,end,quantity,done,left
                1,09:30:00,10:00:00,60,60,440
                2,10:00:00,10:30:00,40,100,400
                """, answer.out().replace("\r", ""));
        assertTrue(answer.err().contains("400 have no room in the window"), answer.err());
    }

    @Test
    void lotsStayWhole() throws IOException {
        assertEquals(
                List.of(300L, 400L, 300L),
                quantities(json(
                        "--strategy twap --side buy --quantity 1000 --lot 100 --start 09:30 --end 10:00 --slices 3")));
    }

    /** The numbers of the paper's table 1, computed again with numpy from its closed forms. */
    @Test
    void inTheUnitsOfThePaper() throws IOException {
        JsonNode schedule = json(PAPER);
        assertEquals(0.6070761632470627, schedule.path("kappa").asDouble(), 1e-9);
        assertEquals(541955.5543739223, schedule.path("holdings").get(1).asDouble(), 1e-3);
        assertEquals(458044.4456260776, schedule.path("trades").get(0).asDouble(), 1e-3);
        assertEquals(911226.9863037932, schedule.path("expected_shortfall").asDouble(), 1e-3);
        assertEquals(603430.6688080587, schedule.path("std").asDouble(), 1e-3);
        assertEquals(List.of(458_044L, 252_102L, 141_957L, 85_755L, 62_142L), quantities(schedule));
    }

    @Test
    void aWindowIsItsPartOfATradingDay() throws IOException {
        JsonNode half = json(PAPER.replace("--end 16:00:00", "--end 12:45:00").replace(" --horizon-days 5", ""));
        assertEquals(0.5, half.path("horizon_days").asDouble(), 1e-12);
    }

    @Test
    void anIcebergShowsAPartAtATime() throws IOException {
        assertEquals(
                List.of(40L, 40L, 20L),
                quantities(
                        json("--strategy iceberg --side buy --quantity 100 --display 40 --start 09:30 --end 16:00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --strategy vwap                              | Expected either --profile or --trades
            --strategy vwap --profile PROFILE --trades TRADES | Expected either --profile or --trades
            --strategy vwap --trades TRADES --start 15:00:00 | Expected a market that trades in the window
            --strategy pov --trades TRADES               | Expected --participation
            --strategy pov --trades TRADES --participation 2 | Expected a share of the volume above 0 and at most 1, but got 2
            --strategy is                                | Expected --volatility: --strategy is asks for
            --strategy is --volatility 1 --temporary-impact 0 --risk-aversion 1 | Expected a temporary impact above 0
            --strategy iceberg                           | Expected --display
            --strategy iceberg --display 10 --participation 0.1 | Expected no --participation
            --strategy twap --quantity 0                 | Expected a quantity above 0 in whole lots of 1
            --strategy twap --quantity 1.5               | Expected a quantity above 0 in whole lots of 1
            --strategy twap --lot 0                      | Expected a lot above 0
            --strategy twap --slices 0                   | Expected 1 to 100000 slices, but got 0
            --strategy twap --end 09:30:00               | Expected a window that ends after it starts
            --strategy twap --end 25:00:00               | Invalid value for option '--end'
            --strategy market                            | Invalid value for option '--strategy'
            """)
    void whatIsWrongIsSaid(String words, String said) {
        String asked = words.strip().replace("TRADES", trades.toString()).replace("PROFILE", profile.toString());
        for (String option : List.of("--side buy", "--quantity 100", "--start 09:30:00", "--end 16:00:00")) {
            asked += asked.contains(option.split(" ")[0]) ? "" : " " + option;
        }
        CommandAnswer answer = ask(asked);
        assertEquals(2, answer.code(), answer.out() + answer.err());
        assertTrue(answer.err().contains(said), answer.err());
    }

    /** Each example of the page, with its profile beside it. */
    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        String page = Files.readString(Path.of("src/docs/schedules.md"));
        Matcher curve = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(curve.find());
        Path said = Files.writeString(folder.resolve("said.csv"), curve.group(1));
        Matcher example = Pattern.compile("```\n\\$ [.]/vesper execution (schedule .*?)\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        int examples = 0;
        while (example.find()) {
            CommandAnswer answer =
                    CommandAnswer.of(new ExecutionCommand(), example.group(1).replace("profile.csv", said.toString()));
            assertEquals(example.group(2), (answer.out() + answer.err()).replace("\r", ""));
            examples++;
        }
        assertEquals(4, examples);
    }
}
