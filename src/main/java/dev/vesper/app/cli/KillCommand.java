package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.execution.killswitch.KillKind;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The kill switches. */
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "Stops child orders before the next one leaves. One person presses, two release.",
        footer = {
            "",
            "Examples:",
            "  ./vesper kill on --everything --reason \"the prices are wrong\"",
            "  ./vesper kill on --venue LIT --reason \"it hangs\"",
            "  ./vesper kill off K-1 --reason \"the prices are right again\"",
            "  ./vesper tasks approve K-1/release-kill-1"
        })
final class KillCommand {
    private final Wiring wiring;

    KillCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** What is to be stopped: one of these. */
    static final class What {
        @Option(names = "--everything", required = true, description = "All that is not sent yet, of every run.")
        boolean everything;

        @Option(names = "--account", required = true, paramLabel = "NAME", description = "The orders of one account.")
        @Nullable
        String account;

        @Option(
                names = "--strategy",
                required = true,
                paramLabel = "NAME",
                description = "The orders that one strategy works: TWAP, VWAP, IS or POV.")
        @Nullable
        String strategy;

        @Option(names = "--venue", required = true, paramLabel = "NAME", description = "The child orders to one venue.")
        @Nullable
        String venue;

        KillKind kind() {
            if (everything) {
                return KillKind.EVERYTHING;
            }
            if (account != null) {
                return KillKind.ACCOUNT;
            }
            return strategy != null ? KillKind.STRATEGY : KillKind.VENUE;
        }

        String name() {
            return switch (kind()) {
                case EVERYTHING -> "";
                case ACCOUNT -> String.valueOf(account);
                case STRATEGY -> String.valueOf(strategy);
                case VENUE -> String.valueOf(venue);
            };
        }
    }

    @Command(
            name = "on",
            mixinStandardHelpOptions = true,
            description = "Presses one: what it stops does not leave any more, and what rests of it is cancelled.")
    int on(
            @ArgGroup(exclusive = true, multiplicity = "1") What what,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        KillRecord kill = act(who, operations -> operations.kills().press(what.kind(), what.name(), reason));
        say(kill.id() + " stops " + kill.stops() + " (" + kill.by() + ": " + kill.reason() + "); ./vesper kill off "
                + kill.id() + " --reason WHY asks for its release, which another person must agree to");
        return 0;
    }

    @Command(
            name = "off",
            mixinStandardHelpOptions = true,
            description = "Asks for the release of one; another person agrees among the tasks.")
    int off(
            @Parameters(paramLabel = "ID", description = "For example K-1; ./vesper kill show lists them.") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        act(who, operations -> operations.kills().release(id, reason));
        String task =
                wiring
                        .operations
                        .access()
                        .ask(new Reader(), operations -> operations.tasks().newest(1_000))
                        .stream()
                        .filter(asked -> asked.open() && asked.id().startsWith(id + "/"))
                        .findFirst()
                        .orElseThrow(() -> Problem.refused("Expected the release of " + id
                                + " to wait for somebody, but it was answered a moment ago"))
                        .id();
        say("The release of " + id + " waits for another person: ./vesper tasks approve " + task);
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Every one that was ever pressed, newest first, with who did what to it.")
    int show(@Mixin FormatOption format) {
        List<KillRecord> all = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.kills().all());
        Table table = new Table("id", "state", "stops", "pressed", "by", "reason", "release asked by", "released by");
        all.forEach(kill -> table.row(
                kill.id(),
                kill.word(),
                kill.stops(),
                kill.at(),
                kill.by(),
                kill.reason(),
                kill.askedBy() == null ? "" : kill.askedBy(),
                kill.releasedBy() == null ? "" : kill.releasedBy()));
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "give-up",
            mixinStandardHelpOptions = true,
            description = "Lets a run that waits for a release go on to its close; what is stopped stays unfilled.")
    int giveUp(
            @Parameters(paramLabel = "RUN", description = "For example 2025-12-31-001.") RunId run,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        act(who, operations -> operations.kills().giveUpRest(run, reason));
        say("Run " + run + " does not wait for a release any more; what is stopped stays unfilled");
        return 0;
    }

    private <T> T act(WhoOption who, Function<Operations, T> question) {
        return wiring.operations.access().ask(who.asking(wiring), question);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
