package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.schedule.CalendarDay;
import dev.vesper.desk.schedule.KeptSchedule;
import dev.vesper.desk.schedule.MarketDay;
import dev.vesper.desk.schedule.MarketHours;
import dev.vesper.desk.schedule.Occasion;
import dev.vesper.desk.schedule.OccasionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** When days are due, and the days that people open by hand. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description =
                "Shows the schedule of the firm that ./vesper up serves, and opens, rehearses and skips days of it.",
        footer = {
            "",
            "Examples:",
            "  ./vesper schedule show",
            "  ./vesper schedule skip 2026-12-24T18:30 --reason \"half day, nobody here\"",
            "  ./vesper schedule run"
        })
final class ScheduleCommand {
    private static final String DATE_HELP = "Business date; without it that of the newest prices.";
    private static final String OCCASION_HELP =
            "Its local time, for example 2026-12-24T18:30; the date alone where it has one.";

    private final Wiring wiring;

    ScheduleCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What became of the last occasions, and the next ones, in the order of time.")
    int show(
            @Option(names = "--next", paramLabel = "N", defaultValue = "10", description = "How many to come.")
                    int next,
            @Option(names = "--last", paramLabel = "N", defaultValue = "10", description = "How many that were.")
                    int last,
            @Mixin FormatOption format) {
        KeptSchedule kept = ask(operations -> operations.schedule().show(next, last));
        wiring.console.say("\"" + kept.cron() + "\" in " + kept.zone() + " for " + kept.firm()
                + (kept.rehearsal() ? ", rehearsals" : "")
                + (kept.prices() == null ? "" : "; its prices end on " + kept.prices()));
        if (!kept.trouble().isEmpty()) {
            wiring.console.say("  ! " + kept.trouble());
        }
        Table table = new Table("occasion", "state", "date", "run", "by", "note");
        List<Occasion> all = new ArrayList<>(kept.last().reversed());
        all.addAll(kept.next());
        all.forEach(occasion -> table.row(
                occasion.occasion(),
                word(occasion.state()),
                occasion.date() == null ? "" : occasion.date(),
                occasion.run() == null ? "" : occasion.run(),
                occasion.by(),
                note(occasion)));
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private static String note(Occasion occasion) {
        List<String> parts = new ArrayList<>();
        if (!occasion.reason().isEmpty()) {
            parts.add(occasion.reason());
        }
        occasion.markets().stream().map(MarketDay::words).forEach(parts::add);
        if (occasion.state() == OccasionState.DUE && occasion.worked()) {
            parts.add("opens no day: its date is worked by then");
        }
        return String.join("; ", parts);
    }

    @Command(
            name = "calendar",
            mixinStandardHelpOptions = true,
            description = "Days with the exchanges' holidays and half days, and the occasions.")
    int calendar(
            @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "The first day; without it today.")
                    @Nullable
                    LocalDate from,
            @Option(names = "--days", paramLabel = "N", defaultValue = "31", description = "How many, up to 400.")
                    int days,
            @Mixin FormatOption format) {
        LocalDate first = from == null ? wiring.times.today() : from;
        Table table = new Table("date", "weekday", "occasions", "exchanges");
        for (CalendarDay day : ask(operations -> operations.schedule().calendar(first, days))) {
            table.row(
                    day.date(),
                    day.date().getDayOfWeek().name().toLowerCase(Locale.ROOT),
                    day.occasions().stream()
                            .map(occasion -> time(occasion)
                                    + (occasion.state() == OccasionState.DUE ? "" : " " + word(occasion.state())))
                            .collect(Collectors.joining(", ")),
                    day.markets().stream()
                            .filter(market -> market.kind() != MarketHours.USUAL)
                            .map(MarketDay::words)
                            .collect(Collectors.joining("; ")));
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private static String time(Occasion occasion) {
        return occasion.occasion().substring(occasion.occasion().indexOf('T') + 1);
    }

    private static String word(OccasionState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "Opens a day now in the Vesper that is up; refused while another is open.")
    int run(
            @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = DATE_HELP) @Nullable LocalDate date,
            @Mixin WhoOption who) {
        opened(act(who, operations -> operations.schedule().run(date)));
        return 0;
    }

    @Command(
            name = "rehearse",
            mixinStandardHelpOptions = true,
            description = "Opens a rehearsal of a day now in the Vesper that is up: two demo users approve.")
    int rehearse(
            @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = DATE_HELP) @Nullable LocalDate date,
            @Option(
                            names = "--again",
                            description = "Takes back what rehearsals booked from the date on, and does it once more.")
                    boolean again,
            @Mixin WhoOption who) {
        opened(act(who, operations -> operations.schedule().rehearse(date, again)));
        return 0;
    }

    private void opened(RunRecord run) {
        say("Run " + run.id() + ": business date " + run.date() + (run.rehearsal() ? ", a rehearsal" : "")
                + "; ./vesper runs show " + run.id() + " tells how far it is");
    }

    @Command(
            name = "skip",
            mixinStandardHelpOptions = true,
            description = "Lets one occasion pass without a day; unskip takes it back before its hour.")
    int skip(
            @Parameters(paramLabel = "OCCASION", description = OCCASION_HELP) String occasion,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        Occasion skipped = act(who, operations -> operations.schedule().skip(occasion, reason));
        say("The occasion of " + skipped.occasion() + " opens no day: " + skipped.reason()
                + "; ./vesper schedule unskip " + skipped.occasion() + " takes that back before its hour");
        return 0;
    }

    @Command(
            name = "unskip",
            mixinStandardHelpOptions = true,
            description = "Lets an occasion open a day that was skipped, before its hour.")
    int unskip(
            @Parameters(paramLabel = "OCCASION", description = OCCASION_HELP) String occasion, @Mixin WhoOption who) {
        say("The occasion of "
                + act(who, operations -> operations.schedule().unskip(occasion)).occasion() + " opens a day again");
        return 0;
    }

    private <T> T ask(Function<Operations, T> question) {
        return wiring.operations.access().ask(new Reader(), question);
    }

    private <T> T act(WhoOption who, Function<Operations, T> question) {
        return wiring.operations.access().ask(who.asking(wiring), question);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
