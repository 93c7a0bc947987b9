package dev.vesper.app;

import dev.vesper.app.cli.Commands;
import dev.vesper.app.cli.TypedArguments;
import dev.vesper.app.cli.VesperCommand;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.terminal.VisibleStream;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;

/** Entry point: one command, one exit code. */
public final class Main {
    private static final int OUR_FAULT = 1;
    private static final int WRONG_USAGE = 2;
    /** How programs end whose reader has ended: 128 and the number of SIGPIPE. */
    private static final int READER_ENDED = 141;

    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        Console console = Console.standard();
        System.setOut(VisibleStream.over(out));
        System.setErr(VisibleStream.over(System.err));
        System.exit(run(console, out, args));
    }

    /**
     * Runs one command.
     *
     * @return 0 done; 1 our fault; 2 wrong usage or unreadable input; 3 refused by a gate; 4 a needed service is
     *     unavailable; 141 done, but the program that read the result has ended
     */
    public static int run(String... args) {
        return run(Console.standard(), System.out, args);
    }

    private static int run(Console console, PrintStream help, String... args) {
        Settings settings;
        Times times;
        try {
            settings = Settings.from(System.getenv(), Path.of(""));
            times = SystemTimes.of(settings);
        } catch (Problem wrong) {
            System.err.println("vesper: " + wrong.getMessage());
            return wrong.kind().exitCode();
        }
        Optional<TemporaryFolder> temporary = TemporaryFolder.hold(settings.state(), times.clock());
        Wiring wiring = new Wiring(settings, times, console);
        Thread closer = new Thread(
                () -> {
                    close(wiring);
                    temporary.ifPresent(TemporaryFolder::close);
                },
                "close-vesper");
        Runtime.getRuntime().addShutdownHook(closer);
        try {
            return written(helpingOn(help, commandLine(wiring)).execute(args));
        } finally {
            close(wiring);
        }
    }

    /** A result that nobody received is no success; a reader that has enough, such as head, is no complaint. */
    private static int written(int code) {
        if (!System.out.checkError() || code != 0) {
            return code;
        }
        if (piped()) {
            return READER_ENDED;
        }
        System.err.println("vesper: Expected to write the result to standard output, but it could not be written; maybe"
                + " the disk is full, or standard output is closed");
        return Problem.Kind.UNAVAILABLE.exitCode();
    }

    /** Whether standard output is a pipe or a socket, which cannot be written to only where its reader has ended. */
    private static boolean piped() {
        try {
            return Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") instanceof Integer mode
                    && ((mode & FILE_TYPE) == PIPE || (mode & FILE_TYPE) == SOCKET);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void close(Wiring wiring) {
        try {
            wiring.close();
        } catch (IllegalStateException e) {
            System.err.println("vesper: " + e.getMessage()); // what the command did is done
        }
    }

    /** Help is coloured on a terminal, and holds nothing of others. */
    private static CommandLine helpingOn(PrintStream help, CommandLine line) {
        return line.setExecutionStrategy(parsed -> {
            List<CommandLine> asked = parsed.asCommandLineList();
            if (asked.stream().anyMatch(CommandLine::isUsageHelpRequested)) {
                asked.forEach(command -> command.setOut(new PrintWriter(help, true, help.charset())));
            }
            return new CommandLine.RunLast().execute(parsed);
        });
    }

    /** The whole command line. */
    static CommandLine commandLine(Wiring wiring) {
        CommandLine line = new CommandLine(new VesperCommand(wiring.settings.state()));
        Commands.ALL.forEach(command -> line.addSubcommand(command.apply(wiring)));
        TypedArguments.teach(line);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Throwable cause = cause(failure);
            if (cause instanceof Problem problem) {
                command.getErr().println("vesper: " + problem.getMessage());
                return problem.kind().exitCode();
            }
            command.getErr().println("vesper: this is our fault: " + cause);
            cause.printStackTrace(command.getErr());
            return OUR_FAULT;
        });
        line.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println("vesper: " + Problem.shortened(String.valueOf(wrong.getMessage())));
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
            command.getErr().println(("Try: ./vesper " + path(command) + " --help").replace("  ", " "));
            return WRONG_USAGE;
        });
        return line;
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String path(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName(" ");
        return name.replaceFirst("^vesper ?", "").strip();
    }
}
