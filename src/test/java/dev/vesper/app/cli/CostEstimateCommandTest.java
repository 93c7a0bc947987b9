package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostEstimateCommandTest {
    private static final Path PAGE = Path.of("src/docs/cost-estimate.md");
    private static final String ORDER =
            "estimate --quantity 50000 --daily-volume 2000000 --volatility 0.01 --spread 4 ";
    private static final String DAY =
            "--orders F/orders.csv --fills F/fills.csv --trades F/trades.csv --quotes F/quotes.csv ";

    @TempDir
    Path folder;

    private CommandAnswer ask(String words) {
        return CommandAnswer.of(new ExecutionCommand(), words.replace("F/", folder + "/"));
    }

    @Test
    void theExamplesOfThePageAreTrue() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 3);
    }

    /** The same day twice: the same factor, twice the orders, a smaller error. */
    @Test
    void moreDaysAreFittedTogether() throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 3);
        JsonNode one = model(ORDER + DAY);
        JsonNode two = model(ORDER + DAY + DAY);
        assertEquals(4, one.path("orders").asInt());
        assertEquals(8, two.path("orders").asInt());
        assertEquals(one.path("y").asDouble(), two.path("y").asDouble(), 2e-6);
        assertEquals(
                one.path("y_error").asDouble() / Math.sqrt(2),
                two.path("y_error").asDouble(),
                2e-6);
    }

    private JsonNode model(String words) throws IOException {
        CommandAnswer answer = ask(words + "--format json");
        assertEquals(0, answer.code(), answer.err());
        return new ObjectMapper().readTree(answer.out()).path("model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --quantity 0 --daily-volume 1 --volatility 1 --spread 1 | Expected --quantity above 0
            --quantity 1 --daily-volume 1 --volatility -1 --spread 1 | Expected --volatility above 0
            --quantity 1 --daily-volume 1 --volatility 1 --spread 1 --confidence 1 | Expected a confidence between 0 and 1
            --quantity 1 --daily-volume 1 --volatility 1 --spread 1 --y 1 DAY | Expected --y or past days
            --quantity 1 --daily-volume 1 --volatility 1 --spread 1 DAY | Expected two past orders or more
            """)
    void whatIsWrongIsSaid(String options, String said) throws IOException {
        DocExamples.areTrue(PAGE, folder, 4, 3);
        Files.writeString(folder.resolve("fills.csv"), "order_id,time,price,quantity,venue,fee\n");
        CommandAnswer answer = ask("estimate " + options.replace("DAY", DAY));
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
    }
}
