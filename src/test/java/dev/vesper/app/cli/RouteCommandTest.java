package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteCommandTest {
    private static final String VENUES = "name,kind,fee_bps\nNY,lit,0\nPOOL,midpoint,0\n";
    private static final String BOOKS = "venue,side,price,quantity\nNY,bid,9.99,100\nNY,ask,10.01,100\n";

    @TempDir
    Path folder;

    private CommandAnswer ask(String venues, String books, String history, String words) throws IOException {
        String files = " --venues " + Files.writeString(folder.resolve("venues.csv"), venues) + " --books "
                + Files.writeString(folder.resolve("books.csv"), books);
        Path dark = Files.writeString(folder.resolve("history.csv"), history);
        String whole = ("route " + words).replace("history.csv", dark.toString()) + files;
        return CommandAnswer.of(new ExecutionCommand(), whole.replaceAll(" +", " "));
    }

    /** The three files of the page, and each of its examples. */
    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        String page = Files.readString(Path.of("src/docs/routing.md"));
        Matcher file = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(page);
        List<String> files = new ArrayList<>();
        while (file.find()) {
            files.add(file.group(1));
        }
        assertEquals(3, files.size());
        Matcher example = Pattern.compile("```\n\\$ [.]/vesper execution route (.*?)\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        int examples = 0;
        while (example.find()) {
            String words = example.group(1).replace("--books books.csv --venues venues.csv", "");
            CommandAnswer answer = ask(files.get(0), files.get(1), files.get(2), words);
            assertEquals(example.group(2), (answer.out() + answer.err()).replace("\r", ""));
            examples++;
        }
        assertEquals(2, examples);
    }

    @Test
    void whatGoesNowhereIsSaid() throws IOException {
        CommandAnswer answer = ask(VENUES, BOOKS, "", "--side sell --quantity 250 --dark-share 0 --format json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode whole = new ObjectMapper().readTree(answer.out());
        assertEquals(150, whole.path("left").asInt());
        assertEquals(100, whole.path("children").get(0).path("quantity").asInt());
        assertTrue(answer.err().contains("150 go nowhere"), answer.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NX,ask,10.01,100  | POOL,1,1   |  | books.csv:2:1: Expected a venue of the table (NY, POOL), but got "NX"
            POOL,ask,10.01,100 | POOL,1,1  |  | books.csv:2:1: Expected a venue that shows its book, but POOL is dark
            NY,offer,10.01,100 | POOL,1,1  |  | books.csv:2:2: Expected bid or ask, but got "offer"
            NY,ask,0,100      | POOL,1,1   |  | books.csv:2:3: Expected a price above 0
            NY,ask,10.01,0    | POOL,1,1   |  | books.csv:2:4: Expected a number above 0 in whole lots of 1
            NY,ask,10.01,1.5  | POOL,1,1   |  | books.csv:2:4: Expected a number above 0 in whole lots of 1
            NY,ask,10.01,100  | POOL,1,2   |  | history.csv:2:3: Expected at most the 1 that were sent, but got 2
            NY,ask,10.01,100  | POOL,0,0   |  | history.csv:2:2: Expected a number above 0 in whole lots of 1
            NY,ask,10.01,100  | PO,1,1     |  | history.csv:2:1: Expected a venue of the table
            NY,ask,10.01,100  | POOL,1,1   | --lot 0 | Expected a --lot above 0
            NY,ask,10.01,100  | POOL,1,1   | --limit 0 | Expected a --limit above 0
            NY,ask,10.01,100  | POOL,1,1   | --dark-share 2 | Expected a --dark-share from 0 to 1
            NY,ask,10.01,100  | POOL,1,1   | --least-seen 0 | Expected --least-seen of 1 or more
            NY,ask,10.01,100  | POOL,1,1   | --without NIX | Expected --without a venue of the table
            NY,ask,10.01,100  | POOL,1,1   | --lot 3 | Expected a number above 0 in whole lots of 3
            """)
    void whatIsWrongIsSaid(String book, String history, String words, String said) throws IOException {
        CommandAnswer answer = ask(
                VENUES,
                "venue,side,price,quantity\n" + book + "\n",
                "venue,sent,filled\n" + history + "\n",
                "--side buy --quantity 10 --dark history.csv " + (words == null ? "" : words));
        assertEquals(2, answer.code(), answer.out() + answer.err());
        assertTrue(answer.err().contains(said), answer.err());
    }
}
