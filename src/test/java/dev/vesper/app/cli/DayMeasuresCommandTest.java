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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayMeasuresCommandTest {
    private static final Path PAGE = Path.of("src/docs/day-measures.md");

    @TempDir
    Path folder;

    private static JsonNode measured(String words) throws IOException {
        CommandAnswer answer = CommandAnswer.of(new ExecutionCommand(), "measures " + words + " --format json");
        assertEquals(0, answer.code(), answer.err());
        return new ObjectMapper().readTree(answer.out());
    }

    /** Computed from the same files by other hands; SPY has no quotes. */
    @ParameterizedTest
    @ValueSource(strings = {"ibm_20131007", "ibm_20131008", "bac_20131007", "spy_20131007"})
    void asTheReferenceSays(String day) throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(SharedData.file("reference/execution/tick_day_measures.json")
                        .toFile())
                .path(day);
        String words = "--trades " + SharedData.file("intraday/us_equity_tick/" + day + "_trades.csv.gz");
        if (reference.has("quote_rows")) {
            words += " --quotes " + SharedData.file("intraday/us_equity_tick/" + day + "_quotes.csv.gz");
        }
        JsonNode measured = measured(words);
        int compared = 0;
        for (Map.Entry<String, JsonNode> figure : reference.properties()) {
            if (!figure.getKey().equals("note")) {
                compared += same(day + "." + figure.getKey(), figure.getValue(), measured.path(figure.getKey()));
            }
        }
        assertEquals(reference.has("quote_rows") ? 50 : 37, compared);
    }

    private static int same(String name, JsonNode reference, JsonNode measured) {
        assertEquals(reference.size(), measured.size(), name);
        if (reference.isNumber()) {
            assertEquals(reference.asDouble(), measured.asDouble(), Math.abs(reference.asDouble()) * 1e-14, name);
            return 1;
        }
        int compared = 0;
        for (Map.Entry<String, JsonNode> one : reference.properties()) {
            compared += same(name + "." + one.getKey(), one.getValue(), measured.path(one.getKey()));
        }
        for (int i = 0; reference.isArray() && i < reference.size(); i++) {
            compared += same(name + "." + i, reference.get(i), measured.path(i));
        }
        return compared;
    }

    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        DocExamples.areTrue(PAGE, folder, 2, 1);
    }

    @Test
    void withoutQuotesOrTradesNoFigureIsMadeUp() throws IOException {
        Path trades =
                Files.writeString(folder.resolve("t.csv"), "ms,price_e4,size,exchange,sale_condition_hex,suspicious\n");
        JsonNode measured = measured("--trades " + trades + " --session 10:00-10:30");
        JsonNode session = measured.path("regular_session_1000_1030");
        assertEquals(0, session.path("trades").asInt());
        assertFalse(session.has("vwap"));
        assertFalse(session.has("first"));
        assertFalse(measured.has("quoted_spread"));
        assertEquals(1, measured.path("volume_by_30min_regular").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --session 16:00-09:30 | Expected a session such as 09:30-16:00, which ends after it begins, but got "16:00-09:30"
            --session 9:30        | Expected a session such as 09:30-16:00, which ends after it begins, but got "9:30"
            --session 9:30-16:00  | Expected a session such as 09:30-16:00
            --horizon 0           | Expected a horizon of 1 to 3600 seconds, but got 0
            --quotes TRADES       | t.csv:1: Expected a column "bid_e4", but the header has ms, price_e4
            """)
    void whatIsWrongIsSaid(String words, String said) throws IOException {
        Path trades = Files.writeString(
                folder.resolve("t.csv"), "ms,price_e4,size,exchange,sale_condition_hex,suspicious\n1,100,1,Q,0,0\n");
        CommandAnswer answer = CommandAnswer.of(
                new ExecutionCommand(),
                "measures --trades " + trades + " " + words.strip().replace("TRADES", trades.toString()));
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
    }
}
