package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.UrgencyPolicyFile;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LearnCommandTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ [.]/vesper execution (learn .*?)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private CommandAnswer ask(String words) {
        CommandLine execution = new CommandLine(new ExecutionCommand());
        execution.addSubcommand(new LearnCommand(() -> Path.of(""), () -> folder.resolve("state")));
        return CommandAnswer.of(execution.getCommandSpec(), words + " --engine java");
    }

    /** The two days are beside the project. */
    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        Path day = SharedData.file("intraday/us_equity_tick/ibm_20131008_quotes.csv.gz");
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("src/docs/adaptive-execution.md")));
        assertTrue(example.find());
        CommandAnswer answer = ask(example.group(1)
                .replace("ibm_", day.resolveSibling("ibm_").toString())
                .replace("policy.json", folder + "/policy.json"));
        assertEquals(
                example.group(2),
                (answer.out() + answer.err()).replace("\r", "").replace(folder + "/", ""));
        UrgencyPolicyFile.Learned learned = UrgencyPolicyFile.read(folder.resolve("policy.json"));
        assertEquals(List.of(0.0, 3.0, 12.0), learned.policy().urgencies());
        assertEquals(3, learned.judged().size());
        simulated(day);
    }

    /** What was learned is used where it is named. */
    private void simulated(Path day) throws IOException {
        Files.writeString(
                folder.resolve("orders.csv"),
                "order_id,account,symbol,side,quantity,start,end,strategy,decision_price\n"
                        + "A1,F,IBM,buy,5000,11:00,11:30,is,180\nA2,F,IBM,buy,5000,11:00,11:45,is,180\n");
        CommandLine execution = new CommandLine(new ExecutionCommand());
        execution.addSubcommand(new SimulateCommand(() -> Path.of(""), () -> folder.resolve("state")));
        CommandAnswer answer = CommandAnswer.of(
                execution.getCommandSpec(),
                "simulate --orders F/orders.csv --trades D/ibm_20131008_trades.csv.gz --quotes D/ibm_20131008_quotes.csv.gz"
                                .replace("F/", folder + "/")
                                .replace("D/", day.getParent() + "/")
                        + " --policy " + folder + "/policy.json --engine java --out " + folder + "/simulated");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(
                answer.err().contains("  the policy gave ")
                        && answer.err().contains(" of 2 orders another urgency than the own of 3.0"),
                answer.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --trades a.csv --quotes b.csv                                      | must be specified 2 times
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --own 4 | --own among them
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --urgency 3,3 | each --urgency once
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --urgency 3,60 | from 0 to 50, but got 60
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --size 0 | --size above 0
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --minutes 0 | --minutes from 1 to 180
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --participation 2 | above 0 and at most 1
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv --confidence -1 | from 0 to 10
            --trades a.csv --quotes b.csv --trades c.csv --quotes d.csv        | a.csv
            """)
    void whatCannotBeIsSaidAndNothingIsWritten(String words, String said) {
        CommandAnswer answer = ask("learn " + words + " --policy " + folder + "/policy.json");
        assertEquals(2, answer.code(), answer.out());
        assertTrue(answer.err().contains(said), answer.err());
        assertFalse(Files.exists(folder.resolve("policy.json")));
    }
}
