package dev.vesper.app.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "vesper",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs an investment firm's day: data, rebalancing, rules, approval, execution, report.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Also, by the launcher: ./vesper test (every test and check), ./vesper bench",
            "NAME, ./vesper format, ./vesper hooks (the pre-commit hook), ./vesper warm",
            "(makes the next starts faster).",
            "",
            "Exit codes: 0 done; 1 our fault; 2 wrong usage or unreadable input;",
            "3 refused by a gate (data, limit, approval) or waiting for a person;",
            "4 a needed service is unavailable.",
            "",
            "Example: ./vesper eod     the sample firm's day, as a rehearsal"
        })
public final class VesperCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Path state;

    /** @param state the folder of what is kept, which no command's result may overwrite */
    public VesperCommand(Path state) {
        this.state = state;
    }

    Path state() {
        return state;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Expected a command, but got none");
    }
}
