package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {
    private static Wiring wiring() {
        Settings settings = Settings.from(Map.of(), Path.of(""));
        return new Wiring(settings, SystemTimes.in(settings.zone()), new Console(System.err, false, null), () -> "");
    }

    static List<Object> commands() {
        return Commands.ALL.stream().map(c -> c.apply(wiring())).toList();
    }

    @Test
    void everyCommandIsListed() {
        Set<String> written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.vesper.app.cli").stream()
                        .filter(c -> c.isAnnotatedWith(Command.class))
                        .map(c -> c.getSimpleName())
                        .filter(c -> !c.equals("VesperCommand"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                written,
                commands().stream()
                        .map(c -> c.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEachHasAnExampleThatIsACommand(Object command) {
        CommandLine line = new CommandLine(command);
        String help = line.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertTrue(help.contains("./vesper " + line.getCommandName()), help);
    }

    @Test
    void makingTheCommandsOpensNothing() {
        Wiring wiring = wiring();
        Commands.ALL.forEach(c -> new CommandLine(c.apply(wiring)));
        assertEquals(Map.of(), wiring.opened());
    }
}
