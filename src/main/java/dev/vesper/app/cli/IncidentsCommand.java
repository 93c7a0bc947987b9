package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.checkdata.RowFate;
import dev.vesper.desk.checkdata.SetAsideRow;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.desk.quarantine.RowDecision;
import dev.vesper.desk.repair.Remedy;
import dev.vesper.desk.repair.Retried;
import dev.vesper.desk.repair.StandState;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.Tried;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What stands still, in plain words. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = "Lists and shows runs that stand still: why, what it costs, what was tried, what may be done.",
        footer = {"", "Example: ./vesper incidents list", "src/docs/repair.md has a paragraph for each code."})
final class IncidentsCommand {
    private final Wiring wiring;

    IncidentsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Runs that stand still first, the longest first; then those that were tried again. With runs named,"
                            + " those alone, ended ones too, and what came of trying them again.",
            footer = {"", "Example: ./vesper incidents list 2018-04-11-001 2018-04-12-001"})
    int list(
            @Parameters(arity = "0..*", paramLabel = "RUN", description = "For example 2018-04-11-001.") @Nullable
                    List<RunId> runs,
            @Mixin FormatOption format) {
        Table table = new Table("run", "state", "came of it", "code", "since", "cost", "cause");
        for (Standstill one : wiring.operations
                .access()
                .ask(
                        new Reader(),
                        operations -> runs == null || runs.isEmpty()
                                ? operations.repair().incidents()
                                : runs.stream()
                                        .map(operations.repair()::incident)
                                        .toList())) {
            table.row(
                    one.run().id(),
                    one.state().word(),
                    one.outcome(),
                    one.code().word(),
                    one.since(),
                    one.cost().words(),
                    one.cause());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description =
                    "Tries several runs again that stand still for one cause, with one reason. Without runs, all that"
                            + " stand still for the cause.",
            footer = {
                "",
                "Examples:",
                "  ./vesper incidents retry --code venue-away --stage execute-orders --reason \"LIT is up again\"",
                "  ./vesper incidents retry 2018-04-11-001 2018-04-12-001 --reason \"LIT is up again\""
            })
    int retry(
            @Parameters(arity = "0..*", paramLabel = "RUN", description = "For example 2018-04-11-001.") @Nullable
                    List<RunId> runs,
            @Option(names = "--code", defaultValue = "", description = "Of the cause, for example venue-away.")
                    String code,
            @Option(names = "--stage", defaultValue = "", description = "Where they stand, for example execute-orders.")
                    String stage,
            @Mixin WhoOption who,
            @Mixin ReasonOption why,
            @Mixin FormatOption format) {
        List<RunId> asked = runs == null ? List.of() : runs;
        boolean named = !asked.isEmpty();
        if (named == !code.isEmpty()) {
            throw Problem.usage("Expected the runs that are tried again, or --code for all of one cause, but got "
                    + (named ? "both" : "neither") + "; ./vesper incidents list shows them");
        }
        List<Retried> all = wiring.operations
                .access()
                .ask(
                        who.asking(wiring),
                        operations -> operations
                                .repair()
                                .retryAll(
                                        named
                                                ? asked
                                                : ofCause(operations.repair().incidents(), code, stage),
                                        why.reason));
        Table table = new Table("run", "goes on", "said");
        all.forEach(one -> table.row(one.run(), one.gone() ? "yes" : "no", one.said()));
        format.write(table, spec.commandLine().getOut());
        wiring.console.say("./vesper incidents list "
                + all.stream().map(one -> one.run().value()).collect(Collectors.joining(" "))
                + " says mended or failed again");
        return 0;
    }

    private static List<RunId> ofCause(List<Standstill> all, String code, String stage) {
        List<RunId> found = all.stream()
                .filter(one -> one.state() == StandState.STANDS_STILL
                        && one.code().word().equals(code)
                        && (stage.isEmpty() || one.stage().equals(stage)))
                .map(one -> one.run().id())
                .toList();
        if (found.isEmpty()) {
            throw Problem.usage("Expected runs that stand still for " + Visible.line(code)
                    + (stage.isEmpty() ? "" : " at " + Visible.line(stage))
                    + ", but none does; ./vesper incidents list shows what stands still");
        }
        return found;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Why one run stands still, or did, what was tried and by whom, and what may be done now.")
    int show(@Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run) {
        Standstill one = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.repair().incident(run));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Run " + run + ": " + one.state().words());
        out.println(one.cause() + " (" + one.code().word() + ", see src/docs/repair.md#"
                + one.code().word() + ")");
        out.println("Since " + one.since() + (one.stage().isEmpty() ? "" : ", at " + one.stage()));
        out.println("Cost: " + one.cost().words());
        out.println();
        out.println("Said when it broke:");
        out.println("  " + Visible.line(one.technical()));
        tried(out, one.tried());
        out.println();
        out.println("What may be done:");
        one.remedies().forEach(remedy -> out.println("  " + words(remedy, run)));
        out.println();
        out.println("Next: " + one.next());
        out.flush();
        return 0;
    }

    @Command(
            name = "rows",
            mixinStandardHelpOptions = true,
            description =
                    "The rows that the contracts set aside of a run's data, each with its reason and the lines around"
                            + " it.")
    int rows(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Option(names = "--from", defaultValue = "0", description = "How many are passed over.") int from,
            @Option(names = "--most", defaultValue = "50", description = "How many are shown (default 50).") int most) {
        List<SetAsideRow> rows = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.repair().setAside(run, from, most));
        PrintWriter out = spec.commandLine().getOut();
        if (rows.isEmpty()) {
            out.println(from == 0 ? "No row of run " + run + " was set aside." : "There are no more rows.");
        }
        for (SetAsideRow row : rows) {
            out.println(row.file() + ":" + row.line() + ":" + row.column() + " " + Visible.line(row.key()) + " ("
                    + row.rule() + ")" + state(row));
            out.println("  " + Visible.line(row.reason()));
            if (!row.fate().words().isEmpty()) {
                out.println("  " + row.fate().question() + ": "
                        + Visible.line(row.fate().words()));
            }
            row.before().forEach(line -> out.println("    " + Visible.line(line)));
            if (!row.text().isEmpty()) {
                out.println("  > " + Visible.line(row.text()));
            }
            row.after().forEach(line -> out.println("    " + Visible.line(line)));
        }
        out.flush();
        return 0;
    }

    private static String state(SetAsideRow row) {
        return row.fate().kind() == RowFate.Kind.OPEN
                ? ""
                : ": " + row.fate().kind().words();
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Asks that rows that were set aside be used as they were delivered; another person agrees.")
    int release(
            @Parameters(index = "0", paramLabel = "RUN", description = "For example 2018-04-11-001.") RunId run,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "ROW",
                            description = "For example prices.csv:12:3.")
                    List<String> rows,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        return decide(run, RowAct.RELEASE, rows, Map.of(), reason, who);
    }

    @Command(
            name = "correct",
            mixinStandardHelpOptions = true,
            description = "Asks that a row that was set aside be used with other values; another person agrees.")
    int correct(
            @Parameters(index = "0", paramLabel = "RUN", description = "For example 2018-04-11-001.") RunId run,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "ROW",
                            description = "For example prices.csv:12:3.")
                    List<String> rows,
            @Option(
                            names = "--set",
                            required = true,
                            paramLabel = "COLUMN=VALUE",
                            description = "The new value of a column; once for each column that changes.")
                    Map<String, String> values,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        return decide(run, RowAct.CORRECT, rows, values, reason, who);
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Asks that rows that were set aside stay out for good; another person agrees.")
    int reject(
            @Parameters(index = "0", paramLabel = "RUN", description = "For example 2018-04-11-001.") RunId run,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "ROW",
                            description = "For example prices.csv:12:3.")
                    List<String> rows,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the audit.")
                    String reason,
            @Mixin WhoOption who) {
        return decide(run, RowAct.REJECT, rows, Map.of(), reason, who);
    }

    private int decide(
            RunId run, RowAct act, List<String> rows, Map<String, String> values, String reason, WhoOption who) {
        RowAsk ask = new RowAsk(act, rows.stream().map(RowPlace::of).toList(), values);
        RowDecision asked = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.repair().decideRows(run, ask, reason));
        PrintWriter out = spec.commandLine().getOut();
        asked.rows().forEach(row -> out.println(Visible.line(row.words())));
        out.println("Waits for another person: ./vesper tasks approve " + asked.id());
        out.flush();
        return 0;
    }

    private static void tried(PrintWriter out, List<Tried> tried) {
        if (tried.isEmpty()) {
            return;
        }
        out.println();
        out.println("What was tried:");
        for (Tried one : tried) {
            out.println("  " + one.at() + "  " + one.by() + (one.act().isEmpty() ? "" : ": " + one.act()) + ", "
                    + Visible.line(one.reason()) + " -> " + one.outcome());
        }
    }

    private static String words(Remedy remedy, RunId run) {
        String command = switch (remedy.act()) {
            case Remedy.RETRY -> "./vesper runs resume " + run + " --reason WHY";
            default -> "./vesper runs abandon " + run + " --reason WHY";
        };
        return command + "\n      " + (remedy.allowed() ? remedy.effect() : "Not now: " + remedy.refusal() + ".");
    }
}
