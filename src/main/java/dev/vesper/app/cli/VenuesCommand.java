package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.RunId;
import dev.vesper.desk.breaker.BreakerRecord;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.venues.VenueRecord;
import dev.vesper.desk.venues.VenueSession;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sessions with the venues. */
@Command(
        name = "venues",
        mixinStandardHelpOptions = true,
        description = "Shows the sessions with the venues, which are open while a run works orders, and acts on them.",
        footer = {
            "",
            "Examples:",
            "  ./vesper venues show",
            "  ./vesper venues disconnect 2025-12-31-001 LIT --reason \"they asked for it\"",
            "  ./vesper venues connect 2025-12-31-001 LIT --reason \"they are back\"",
            "  ./vesper venues breakers",
            "  ./vesper venues open-breaker 2025-12-31-001 LIT --reason \"it rejects all\"",
            "  ./vesper venues close-breaker 2025-12-31-001 LIT --reason \"they mended it\"",
            "  ./vesper venues set-numbers 2025-12-31-001 LIT --sender 17 --target 12 --reason \"as they say\""
        })
final class VenuesCommand {
    private final Wiring wiring;

    VenuesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Which session, why, and who acts. */
    static final class Which {
        @Parameters(index = "0", paramLabel = "RUN", description = "For example 2025-12-31-001.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        RunId run;

        @Parameters(index = "1", paramLabel = "VENUE", description = "For example LIT.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        String venue;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        String reason;

        @Mixin
        WhoOption who = new WhoOption();
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Every session that is open, then the venues of the firm that have none.")
    int show(@Mixin FormatOption format) {
        List<VenueRecord> all = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.venues().all());
        Table table = new Table(
                "venue",
                "run",
                "state",
                "since",
                "next sender",
                "next target",
                "last sent",
                "last received",
                "sent",
                "received",
                "gaps",
                "repeats",
                "open orders",
                "last fault",
                "asked");
        for (VenueRecord venue : all) {
            VenueSession session = venue.session();
            if (session == null) {
                table.row(venue.venue(), "", "no session", "", "", "", "", "", "", "", "", "", "", "", "");
            } else {
                table.row(
                        venue.venue(),
                        session.run(),
                        session.state().words() + (session.by().isEmpty() ? "" : " by " + session.by()),
                        session.since(),
                        session.numbers().nextSender(),
                        session.numbers().nextTarget(),
                        Objects.requireNonNullElse(session.lastOut(), ""),
                        Objects.requireNonNullElse(session.lastIn(), ""),
                        session.sent(),
                        session.received(),
                        session.gaps(),
                        session.repeats(),
                        session.openOrders(),
                        session.fault(),
                        venue.asked() == null
                                ? ""
                                : venue.asked().words() + " (" + venue.asked().task() + ")");
            }
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "disconnect",
            mixinStandardHelpOptions = true,
            description = "Logs out of a venue: what rests there stays, and the run waits until it is connected again.")
    int disconnect(@Mixin Which which) {
        act(which, operations -> operations.venues().logOut(which.run, which.venue, which.reason));
        say(which.venue + " is being logged out; run " + which.run + " waits until ./vesper venues connect " + which.run
                + " " + which.venue + " --reason WHY");
        return 0;
    }

    @Command(
            name = "connect",
            mixinStandardHelpOptions = true,
            description = "Connects a session that somebody logged out; what was not answered is said again.")
    int connect(@Mixin Which which) {
        act(which, operations -> operations.venues().logOn(which.run, which.venue, which.reason));
        say(which.venue + " is being connected; run " + which.run + " goes on");
        return 0;
    }

    @Command(
            name = "breakers",
            mixinStandardHelpOptions = true,
            description = "The circuit breaker of every venue, of the runs that have not ended, else of the newest.")
    int breakers(@Mixin FormatOption format) {
        List<BreakerRecord> all = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.venues().breakers());
        Table table = new Table("run", "venue", "breaker", "from slice", "since", "why", "by");
        all.forEach(breaker -> table.row(
                breaker.run(),
                breaker.venue(),
                breaker.position().words(),
                breaker.slice() == 0 ? "" : breaker.slice(),
                Objects.requireNonNullElse(breaker.since(), ""),
                breaker.why(),
                breaker.by()));
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "open-breaker",
            mixinStandardHelpOptions = true,
            description = "Opens the breaker of a venue: from the next slice on it gets no more orders of the run.")
    int openBreaker(@Mixin Which which) {
        BreakerRecord opened = wiring.operations
                .access()
                .ask(
                        which.who.asking(wiring),
                        operations -> operations.venues().openBreaker(which.run, which.venue, which.reason));
        say("The breaker of " + opened.venue() + " is open from slice " + opened.slice() + " of run " + opened.run()
                + " on; ./vesper venues close-breaker lets orders go there again");
        return 0;
    }

    @Command(
            name = "close-breaker",
            mixinStandardHelpOptions = true,
            description = "Closes the breaker of a venue: from the next slice on it gets orders of the run again.")
    int closeBreaker(@Mixin Which which) {
        BreakerRecord closed = wiring.operations
                .access()
                .ask(
                        which.who.asking(wiring),
                        operations -> operations.venues().closeBreaker(which.run, which.venue, which.reason));
        say("The breaker of " + closed.venue() + " is closed from slice " + closed.slice() + " of run " + closed.run()
                + " on");
        return 0;
    }

    @Command(
            name = "set-numbers",
            mixinStandardHelpOptions = true,
            description = "Asks that a session which is logged out goes on with other sequence numbers; dangerous, and"
                    + " another person agrees among the tasks.")
    int setNumbers(
            @Mixin Which which,
            @Option(
                            names = "--sender",
                            required = true,
                            paramLabel = "N",
                            description = "Number of the next message that we send.")
                    int sender,
            @Option(
                            names = "--target",
                            required = true,
                            paramLabel = "N",
                            description = "Number of the next message that we expect of the venue.")
                    int target) {
        VenueRecord asked = act(
                which,
                operations -> operations.venues().askNumbers(which.run, which.venue, sender, target, which.reason));
        say("Other numbers wait for another person: ./vesper tasks approve "
                + (asked.asked() == null ? "TASK" : asked.asked().task()));
        return 0;
    }

    private VenueRecord act(Which which, Function<Operations, VenueRecord> question) {
        return wiring.operations.access().ask(which.who.asking(wiring), question);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
