package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.StateWiring;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.practice.ClockFace;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The clock that days go by, and state folders in which it is simulated. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = "Shows the clock that days go by; makes a state folder for practice, and puts its clock forward.",
        footer = {
            "",
            "Examples:",
            "  VESPER_VAR=var/practice ./vesper clock set 2018-04-11T16:25",
            "  VESPER_VAR=var/practice ./vesper up --firm DIR",
            "  VESPER_VAR=var/practice ./vesper clock forward next"
        })
final class ClockCommand {
    private static final int LONGEST = 30;

    private final Wiring wiring;

    ClockCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What the clock shows, and what is due next by a simulated one.")
    int show(@Mixin FormatOption format) {
        print(
                wiring.operations
                        .access()
                        .ask(new Reader(), operations -> operations.clock().show()),
                format);
        return 0;
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a new state folder (VESPER_VAR) one for practice, whose simulated clock begins at a time.")
    int set(
            @Parameters(paramLabel = "TIME", description = "In the zone of the business, for example 2018-04-11T16:25.")
                    String time) {
        if (wiring.times.simulated().isPresent()) {
            throw Problem.refused("Expected a new state folder, but " + wiring.settings.state()
                    + " is one for practice already, and a clock never goes back; ./vesper clock forward TIME puts it"
                    + " forward");
        }
        StateWiring.practise(wiring.settings, moment(time));
        wiring.console.say(wiring.settings.state() + " is for practice now: its clock shows " + time + " in "
                + wiring.times.zone() + " and goes on from there while ./vesper up or ./vesper eod runs in it");
        return 0;
    }

    private Instant moment(String time) {
        try {
            if (time.length() <= LONGEST) {
                return LocalDateTime.parse(time).atZone(wiring.times.zone()).toInstant();
            }
        } catch (DateTimeException notOne) {
            throw unreadable(time);
        }
        throw unreadable(time);
    }

    private static Problem unreadable(String time) {
        return Problem.usage("Expected a local time such as 2018-04-11T16:25, but got \"" + time + "\"");
    }

    @Command(
            name = "forward",
            mixinStandardHelpOptions = true,
            description = "Puts a simulated clock forward; it stops at what is due on the way.")
    int forward(
            @Parameters(
                            paramLabel = "TO",
                            description = "next, a duration such as PT30M, or a local time such as 2018-04-11T21:00.")
                    String to,
            @Mixin WhoOption who,
            @Mixin FormatOption format) {
        print(
                wiring.operations
                        .access()
                        .ask(
                                who.asking(wiring),
                                operations -> operations.clock().forward(to)),
                format);
        return 0;
    }

    private void print(ClockFace face, FormatOption format) {
        String whose = face.practice() ? "a simulated clock" : "the clock of this machine";
        wiring.console.say("The clock shows " + face.local() + " in " + face.zone()
                + (face.practice() ? ", simulated" : ", that of this machine"));
        Table table = new Table("when", "what");
        table.row(face.local(), "now, by " + whose + " in " + face.zone());
        face.next().forEach(one -> table.row(one.local(), one.what()));
        format.write(table, spec.commandLine().getOut());
    }
}
