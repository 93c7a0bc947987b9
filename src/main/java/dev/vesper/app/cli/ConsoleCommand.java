package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The web console of the running Vesper. */
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = "Lets a browser into the console of the running Vesper.",
        footer = {"", "Example: ./vesper console link --as alice"})
final class ConsoleCommand {
    private final Wiring wiring;

    ConsoleCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Prints an address that lets one browser in, once, within ten minutes.")
    int link(
            @Option(
                            names = "--as",
                            paramLabel = "NAME",
                            description = "Who looks; without it the pages are for somebody who gave no name.")
                    @Nullable
                    String by) {
        Caller caller = by == null ? new Reader() : new Person(by);
        PrintWriter out = spec.commandLine().getOut();
        out.println(wiring.operations.console().link(caller));
        out.flush();
        return 0;
    }
}
