package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {
    private static Wiring wiring() {
        Settings settings = Settings.from(Map.of(), Path.of(""));
        return new Wiring(settings, SystemTimes.in(settings.zone()), new Console(System.err, false, null));
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
                        .flatMap(c -> inFiles(new CommandLine(c)))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The class of a command and those of its sub-commands that are not one of its methods. */
    private static Stream<Class<?>> inFiles(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec().userObject())
                        .filter(o -> !(o instanceof Method))
                        .map(Object::getClass),
                line.getSubcommands().values().stream().flatMap(CommandsTest::inFiles));
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
