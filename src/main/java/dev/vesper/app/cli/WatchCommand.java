package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What changes, as it happens. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Prints what changes in the Vesper that runs, a line for each change, until Ctrl-C: when it was heard, and"
                        + " what. What it is now is asked for by the other commands; \"everything\" means that more changed than is"
                        + " known any more.",
        footer = {"", "Example: ./vesper watch runs orders/2018-04-11-001"})
final class WatchCommand implements Callable<Integer> {
    private final Wiring wiring;

    WatchCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..*",
            description =
                    "runs, orders, tasks, data, books, schedule, kill-switches, venues, rules, users or audit; with /RUN"
                            + " after it of one run. Without any, everything that you may see.")
    private List<String> topics = List.of();

    @Option(names = "--most", paramLabel = "N", description = "Ends after so many changes.")
    private @Nullable Integer most;

    @Mixin
    private WhoOption who = new WhoOption();

    @Override
    public Integer call() {
        if (most != null && most < 1) {
            throw Problem.usage("Expected --most to be at least 1, but got " + most);
        }
        PrintWriter out = spec.commandLine().getOut();
        AtomicInteger heard = new AtomicInteger();
        wiring.operations
                .access()
                .follow(
                        who.askingOrReader(wiring),
                        String.join(",", topics),
                        () -> wiring.console.say("Changes are printed from now on; Ctrl-C ends it."),
                        changed -> {
                            out.println(wiring.times.now().truncatedTo(ChronoUnit.MILLIS) + "  " + changed);
                            out.flush();
                            return !out.checkError() && (most == null || heard.incrementAndGet() < most);
                        });
        return 0;
    }
}
