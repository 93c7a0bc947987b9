package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Times;
import dev.vesper.testing.HowToPage;
import dev.vesper.testing.InMemory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command of the how-to page, compiled as it stands there and run. */
class HowToAddACommandTest {
    private static final HowToPage PAGE = HowToPage.of("how-to-add-a-command.md");
    private static final String NAME = "dev.vesper.app.cli.TodayCommand";

    @Test
    void theCommandOfThePageTellsTheGivenTime() throws Exception {
        byte[] code = Objects.requireNonNull(InMemory.bytes(NAME, PAGE.block("java"), Commands.class, CommandLine.class)
                .get(NAME));
        // into the package itself: a command uses what the package keeps to itself
        Class<?> command = MethodHandles.privateLookupIn(Commands.class, MethodHandles.lookup())
                .defineClass(code);
        Times times = new Times(() -> Instant.parse("2018-04-11T23:30:00Z"), ZoneId.of("Asia/Tokyo"), () -> 0L);
        Wiring wiring = new Wiring(Settings.from(Map.of(), Path.of("")), times, new Console(System.err, false, null));
        var constructor = command.getDeclaredConstructor(Wiring.class);
        constructor.setAccessible(true);
        CommandLine line =
                new CommandLine(new VesperCommand(Path.of("var"))).addSubcommand(constructor.newInstance(wiring));
        line.setCaseInsensitiveEnumValuesAllowed(true); // as Main does
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        assertEquals(0, line.execute("today", "show", "--format", "csv"));
        assertEquals(
                "now,date,zone 2018-04-11T23:30:00Z,2018-04-12,Asia/Tokyo",
                out.toString().strip().replaceAll("\\R", " "));
        assertTrue(wiring.opened().isEmpty(), "the day needs nothing");
        assertTrue(line.getUsageMessage().contains("today"));
    }
}
