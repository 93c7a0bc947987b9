package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueCommandTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ [.]/vesper execution queue --l3 (\\S+)(.*?)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static CommandAnswer ask(Path record, String words) {
        return CommandAnswer.of(new ExecutionCommand(), "queue --l3 " + record + words);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/queue-position.md"));
    }

    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        Matcher file = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(page());
        assertTrue(file.find());
        Path record = Files.writeString(folder.resolve("orders.csv"), file.group(1));
        Matcher example = EXAMPLE.matcher(page());
        assertTrue(example.find());
        CommandAnswer answer = ask(record, example.group(2));
        assertEquals(example.group(3), (answer.out() + answer.err()).replace("\r", ""));
    }

    @Test
    void whatThePageSawIsSeenAgain() throws IOException {
        Matcher example = EXAMPLE.matcher(page());
        int seen = 0;
        while (example.find()) {
            if (!example.group(1).equals("orders.csv")) {
                Path record = SharedData.file("intraday/crypto_l3/" + example.group(1));
                CommandAnswer answer = ask(record, example.group(2));
                assertEquals(example.group(3), (answer.out() + answer.err()).replace("\r", ""));
                seen++;
            }
        }
        assertEquals(2, seen);
    }

    @Test
    void jsonHasTheFiguresOfTheRecordToo() throws IOException {
        Path record = Files.writeString(
                folder.resolve("orders.csv"), "id,timestamp,price,volume,action,direction\n1,1,10,100,created,bid\n");
        JsonNode whole = new ObjectMapper()
                .readTree(ask(record, " --format json --model log").out());
        assertEquals(1, whole.path("orders_that_waited").asInt());
        assertEquals(0, whole.path("followed").asInt());
        assertEquals("log", whole.path("models").get(0).path("model").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x,1,10,100,created,bid     |  | orders.csv:2:1: Expected a number
            1,1.5,10,100,created,bid   |  | orders.csv:2:2: Expected a whole number, but got 1.5
            1,1,-1,100,created,bid     |  | orders.csv:2:3: Expected a price from 0 to 1e12
            1,1,10,-1,created,bid      |  | orders.csv:2:4: Expected a volume from 0 to 1e15
            1,1,10,100,made,bid        |  | orders.csv:2:5: Expected created, changed or deleted, but got "made"
            1,1,10,100,created,buy     |  | orders.csv:2:6: Expected bid or ask, but got "buy"
            1,1,10,100,created         |  | orders.csv:2: Expected 6 columns as in the header
                                       |  | Expected a header and orders, but there is no order
            1,1,10,100,created,bid     | --model logs | Expected a queue model
            1,1,10,100,created,bid     | --probe-seconds 0 | Expected --probe-seconds and --patience-seconds from 1
            """)
    void whatIsWrongIsSaid(String row, String words, String said) throws IOException {
        Path record = Files.writeString(
                folder.resolve("orders.csv"),
                "id,timestamp,price,volume,action,direction\n" + (row == null ? "" : row + "\n"));
        CommandAnswer answer = ask(record, words == null ? "" : " " + words);
        assertEquals(2, answer.code(), answer.out() + answer.err());
        assertTrue(answer.err().contains(said), answer.err());
    }
}
