package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocateCommandTest {
    @TempDir
    Path folder;

    private CommandAnswer ask(String block, String fills, String words) throws IOException {
        Path blockFile = Files.writeString(folder.resolve("block.csv"), block);
        Path fillsFile = Files.writeString(folder.resolve("fills.csv"), fills);
        String asked = "allocate --block " + blockFile + " --fills " + fillsFile + words;
        return CommandAnswer.of(new ExecutionCommand(), asked);
    }

    /** The two files of the page, and each of its examples. */
    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        String page = Files.readString(Path.of("src/docs/allocation.md"));
        Matcher files = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(files.find());
        String block = files.group(1);
        assertTrue(files.find());
        String fills = files.group(1);
        Matcher example = Pattern.compile(
                        "```\n\\$ [.]/vesper execution allocate --block block.csv --fills fills.csv(.*?)\n(.*?)```",
                        Pattern.DOTALL)
                .matcher(page);
        int examples = 0;
        while (example.find()) {
            CommandAnswer answer = ask(block, fills, example.group(1));
            assertEquals(example.group(2), (answer.out() + answer.err()).replace("\r", ""));
            examples++;
        }
        assertEquals(2, examples);
    }

    @Test
    void partsOfAUnitAndACurrencyWithoutCents() throws IOException {
        CommandAnswer answer = ask(
                "account,quantity\nB,0.002\nA,0.001\n",
                "quantity,price\n0.002,1000000\n",
                " --lot 0.001 --decimals 0 --format json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode whole = new ObjectMapper().readTree(answer.out());
        assertEquals(0.003, whole.path("ordered").asDouble());
        assertEquals(2000, whole.path("exact_notional").asDouble());
        assertEquals("A", whole.path("accounts").get(0).path("account").asText());
        assertEquals(1000, whole.path("accounts").get(0).path("notional").asInt());
        assertEquals(0.001, whole.path("accounts").get(1).path("left").asDouble());
    }

    @Test
    void aBlockOfWhichNothingWasFilled() throws IOException {
        CommandAnswer answer = ask("account,quantity\nA,5\n", "quantity,price,fee\n", " --format csv");
        assertEquals(
                "account,ordered,filled,left,average_price,notional,fees\nA,5,0,5,,0.00,0.00\n",
                answer.out().replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            account,quantity;A,0            | quantity,price;1,1   |  | block.csv:2:2: Expected a quantity above 0 in whole lots of 1
            account,quantity;A,1.5          | quantity,price;1,1   |  | block.csv:2:2: Expected a quantity above 0 in whole lots of 1
            account,quantity;A,1;A,1        | quantity,price;1,1   |  | block.csv:3:1: Expected each account once
            account,quantity                | quantity,price;1,1   |  | Expected a header and a row for each account
            account,size;A,1                | quantity,price;1,1   |  | Expected a column "quantity"
            account,quantity;A,1            | quantity,price;1,-1  |  | fills.csv:2:2: Expected a price from 0 to
            account,quantity;A,1            | quantity,price,fee;1,1,x |  | fills.csv:2:3: Expected a number
            account,quantity;A,5            | quantity,price;3,1;3,1 |  | fills 6; what is beyond the orders
            account,quantity;A,5            | quantity,price;3,1   | --lot 0 | Expected a --lot above 0
            account,quantity;A,5            | quantity,price;3,1   | --decimals 9 | Expected 0 to 8 --decimals
            """)
    void whatIsWrongIsSaid(String block, String fills, String words, String said) throws IOException {
        CommandAnswer answer =
                ask(block.replace(';', '\n') + "\n", fills.replace(';', '\n') + "\n", words == null ? "" : " " + words);
        assertEquals(2, answer.code(), answer.out() + answer.err());
        assertTrue(answer.err().contains(said), answer.err());
    }
}
