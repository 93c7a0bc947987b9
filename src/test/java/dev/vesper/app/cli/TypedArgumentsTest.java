package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.RunId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

class TypedArgumentsTest {
    @Command(name = "ask", subcommands = Deeper.class)
    static final class Asked {}

    @Command(name = "deeper")
    static final class Deeper {
        @Option(names = "--date")
        LocalDate date = LocalDate.EPOCH;

        @Option(names = "--run")
        RunId run = new RunId("1970-01-01-001");
    }

    private final CommandLine line = new CommandLine(new Asked());

    {
        TypedArguments.teach(line);
    }

    @Test
    void datesAndRunsAreReadInSubCommandsToo() {
        line.parseArgs("deeper", "--date", "2018-04-11", "--run", "2018-04-11-002");
        Deeper read = line.getSubcommands().get("deeper").getCommand();
        assertEquals(LocalDate.of(2018, 4, 11), read.date);
        assertEquals(new RunId("2018-04-11-002"), read.run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--date | 2025-13-01 | Expected a date like 2018-04-11, but got \"2025-13-01\"",
                "--date | 11/04/2018 | Expected a date like 2018-04-11, but got \"11/04/2018\"",
                "--run | nix | Expected a run id like 2018-04-11-001, but got \"nix\"; ./vesper runs list shows them",
            })
    void whatCannotBeReadIsToldWithWhatWasExpected(String option, String text, String message) {
        ParameterException wrong = assertThrows(ParameterException.class, () -> line.parseArgs("deeper", option, text));
        assertEquals("Invalid value for option '" + option + "': " + message, wrong.getMessage());
    }
}
