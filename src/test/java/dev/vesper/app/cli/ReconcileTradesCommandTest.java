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
import picocli.CommandLine;

class ReconcileTradesCommandTest {
    private static final String HEADER = "venue,exec_id,order_id,symbol,side,quantity,price,fee,trade_date\n";

    @TempDir
    Path folder;

    private static Object command() {
        CommandLine execution = new CommandLine(new ExecutionCommand());
        execution.addSubcommand(new ReconcileTradesCommand(
                ReconcileTradesCommandTest::nothing,
                ReconcileTradesCommandTest::nothing,
                ReconcileTradesCommandTest::nothing));
        return execution.getCommandSpec();
    }

    private static <T> T nothing() {
        throw new AssertionError("the store is not asked");
    }

    private CommandAnswer ask(String venue, String booked, String more) throws IOException {
        Path told = Files.writeString(folder.resolve("venue.csv"), HEADER + venue);
        Path ours = Files.writeString(folder.resolve("booked.csv"), HEADER + booked);
        return CommandAnswer.of(command(), "reconcile --file " + told + " --booked " + ours + more);
    }

    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        DocExamples.areTrue(Path.of("src/docs/venue-files.md"), folder, 2, 1, command());
    }

    @Test
    void whatAgreesNeedsNobody() throws IOException {
        String same = "LIT,E1,O1,ABC,buy,100,50.02,0.35,2018-04-12\n";
        CommandAnswer answer = ask("LIT,E1,O1,ABC,buy,100.0,50.020,,\n", same, " --format json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode whole = new ObjectMapper().readTree(answer.out());
        assertEquals(1, whole.path("matched").asInt());
        assertEquals(0, whole.path("breaks").size());
        assertEquals(0.35, whole.path("venues").path(0).path("told_fees").asDouble());
        assertEquals(
                "The same on both sides: 1 execution; 0 breaks\n", answer.err().replace("\r", ""));
    }

    @Test
    void aFileOfNothingConfirmsNothing() throws IOException {
        CommandAnswer answer = ask("", "LIT,E1,O1,ABC,sell,100,50,0.35,\n", " --format json");
        assertEquals(3, answer.code());
        JsonNode one = new ObjectMapper().readTree(answer.out()).path("breaks").path(0);
        assertEquals("not-confirmed", one.path("kind").asText());
        assertEquals(4999.65, one.path("money").asDouble(), "a sale that never was brought this much");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LIT,E1,O1,ABC,hold,100,50,,      | venue.csv:2:5: Expected buy or sell, but got hold
            LIT,E1,O1,ABC,buy,0,50,,         | venue.csv:2:6: Expected a number above 0
            LIT,E1,O1,ABC,buy,1,50,,12.4.2018 | venue.csv:2:9: Expected a date like 2018-04-11
            LIT,,O1,ABC,buy,1,50,,           | venue.csv:2:2:
            DARK,E1,O1,ABC,buy,1,50,,        | Expected executions of LIT alone, as --venue says, but got one of DARK
            """)
    void aBadRowIsNamed(String row, String message) throws IOException {
        CommandAnswer answer = ask(row + "\n", "", " --venue LIT");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(message), answer.err());
    }

    @Test
    void tasksAreOfARun() throws IOException {
        CommandAnswer answer = ask("", "", " --tasks");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains("Expected --run beside --tasks"), answer.err());
    }

    @Test
    void eitherARunOrAFileIsAskedFor() throws IOException {
        Path told = Files.writeString(folder.resolve("venue.csv"), HEADER);
        assertEquals(2, CommandAnswer.of(command(), "reconcile --file " + told).code());
    }
}
