package dev.vesper.app.cli;

import dev.vesper.app.terminal.RunProgress;
import dev.vesper.app.terminal.Summaries;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.books.reconcile.BreakState;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.checkdata.DataSnapshot;
import dev.vesper.desk.diagram.RunProcess;
import dev.vesper.desk.diagram.UsedRule;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.repair.Standstill;
import dev.vesper.desk.repair.move.MoveChoices;
import dev.vesper.desk.repair.move.MovePlan;
import dev.vesper.desk.repair.replay.ReplayChoices;
import dev.vesper.desk.repair.replay.ReplayPlan;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.SeenTrace;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The days that were run. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists and shows runs, lets them go on, closes them.",
        footer = {"", "Example: ./vesper runs list --format json"})
final class RunsCommand {
    private static final int MOST = 10_000;

    private final Wiring wiring;

    RunsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Newest first.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("run", "date", "status", "rehearsal", "opened", "firm");
        for (RunRecord run : wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.runs().newest(OperationsAccess.SHOWN))) {
            table.row(
                    run.id(),
                    run.date(),
                    run.status().name().toLowerCase(Locale.ROOT),
                    run.rehearsal() ? "yes" : "no",
                    run.openedAt(),
                    run.firm());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Prints how far a run came, all that its people are asked about, and its summary once there is one.")
    int show(@Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            RunStages shown = operations.runs().show(run);
            boolean reported = operations.runs().reportFiles(run).contains(Summaries.FILE);
            List<Question> asked = operations.tasks().newest(OperationsAccess.SHOWN).stream()
                    .filter(task -> run.equals(task.run()))
                    .sorted(Comparator.comparing(Question::raisedAt))
                    .toList();
            RunProgress.lines(shown, asked).forEach(System.out::println);
            breaks(operations, shown.run()).ifPresent(System.out::println);
            if (reported) {
                ReportFile page = operations.runs().reportFile(run, Summaries.FILE);
                Summaries.print(page.text(), wiring.settings.folder("runs").resolve(run.value()), wiring.console);
            } else {
                ProposalTables.print(operations, run, spec.commandLine().getOut());
            }
            return 0;
        });
    }

    @Command(
            name = "made-with",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the data, the rules and the processes of a run as they were; with --file prints one of the"
                            + " rules or processes whole.",
            footer = {"", "Example: ./vesper runs made-with 2018-04-11-001 --file limits/position-weight.dmn"})
    int madeWith(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Option(names = "--file", paramLabel = "NAME", description = "A rule or process, as it is listed.")
                    @Nullable
                    String file,
            @Mixin FormatOption format) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            List<UsedRule> rules = operations.runs().rules(run);
            List<RunProcess> processes = operations.runs().processes(run);
            if (file != null) {
                spec.commandLine().getOut().print(text(file, rules, processes));
                spec.commandLine().getOut().flush();
                return 0;
            }
            Table table = new Table("what", "name", "version", "bytes");
            for (DataSnapshot data : operations.runs().data(run).snapshots()) {
                data.raw()
                        .forEach(raw -> table.row(data.product() + ", taken in", raw.key(), raw.sha256(), raw.bytes()));
                data.facts()
                        .forEach(kept -> table.row(data.product() + ", kept", kept.key(), kept.sha256(), kept.bytes()));
            }
            rules.forEach(rule -> table.row("rule", rule.path(), rule.version(), ""));
            processes.forEach(process -> table.row("process", process.process(), process.sha256(), ""));
            format.write(table, spec.commandLine().getOut());
            return 0;
        });
    }

    private static String text(String file, List<UsedRule> rules, List<RunProcess> processes) {
        return rules.stream()
                .filter(rule -> rule.path().equals(file))
                .map(UsedRule::text)
                .findFirst()
                .or(() -> processes.stream()
                        .filter(process -> process.process().equals(file))
                        .map(RunProcess::bpmn)
                        .findFirst())
                .orElseThrow(() -> Problem.usage("Expected --file to name a rule or a process of the run, but it is \""
                        + Problem.shortened(file) + "\"; ./vesper runs made-with lists them"));
    }

    @Command(
            name = "trace",
            mixinStandardHelpOptions = true,
            description = "Prints under which id what a run did is found where traces are kept, and in the log.",
            footer = {"", "Example: ./vesper runs trace 2018-04-11-001 --format json"})
    int trace(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Mixin FormatOption format) {
        SeenTrace trace = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.runs().trace(run));
        Table table = new Table("trace", "span", "sent", "seen at");
        table.row(trace.trace(), trace.span(), trace.sent() ? "yes" : "no", trace.href());
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    /** What waits in the book of the run's firm beside the run: breaks of its custodian's statements. */
    private static Optional<String> breaks(Operations operations, RunRecord run) {
        BookName name = new BookName(run.firm(), run.rehearsal());
        boolean booked = operations.books().all().stream()
                .anyMatch(book -> book.firm().equals(run.firm()) && book.rehearsal() == run.rehearsal());
        long open = booked
                ? operations.books().breaks(name, "", MOST).stream()
                        .filter(known -> known.state() == BreakState.OPEN)
                        .count()
                : 0;
        return open == 0
                ? Optional.empty()
                : Optional.of("  ? " + Counted.of(open, "break") + " between custodians' statements and the books "
                        + (open == 1 ? "waits" : "wait") + " for a person; ./vesper tasks list");
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Tries a run again that stands still, in the Vesper that is up; what is done stays done.",
            footer = {"", "Example: ./vesper runs resume 2018-04-11-001 --reason \"LIT is up again\""})
    int resume(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Mixin WhoOption who,
            @Mixin ReasonOption why) {
        Standstill now = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.repair().retry(run, why.reason));
        wiring.console.say("Run " + run + " was " + now.state().words() + "; ./vesper incidents show " + run
                + " says mended or failed again");
        return 0;
    }

    @Command(
            name = "moves",
            mixinStandardHelpOptions = true,
            description = "Where the token of a run is, where it could go, and which variables may be changed with it.",
            footer = {"", "Example: ./vesper runs moves 2018-04-11-001"})
    int moves(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Mixin FormatOption format) {
        MoveChoices choices = wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.repair().moves(run));
        Table table = new Table("to", "name", "state", "not now because");
        choices.targets().forEach(to -> table.row(to.word(), to.name(), to.state(), to.refusal()));
        choices.variables()
                .forEach(known ->
                        table.row(known.name(), "a variable", String.join(" or ", known.words()), known.refusal()));
        wiring.console.say("Run " + run + ": " + choices.from());
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description = "Asks that the token of a run be moved to another step of its day; another person agrees by"
                    + " answering the task. Without a reason it only says what would change.",
            footer = {
                "",
                "Examples:",
                "  ./vesper runs move 2018-04-11-001 --to report",
                "  ./vesper runs move 2018-04-11-001 --to report --reason \"the step before it is broken\"",
                "  ./vesper tasks approve 2018-04-11-001/move-token-1"
            })
    int move(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "STEP",
                            description = "The step, as ./vesper runs moves lists them.")
                    String to,
            @Option(
                            names = "--set",
                            defaultValue = "",
                            paramLabel = "NAME=WORD",
                            description = "A variable that its process is told beside; more of them after commas.")
                    String set,
            @Option(
                            names = "--shown",
                            defaultValue = "",
                            paramLabel = "SUM",
                            description = "The sum that was shown: refused where something has changed since.")
                    String shown,
            @Option(names = "--reason", defaultValue = "", description = "Why; then it is asked.") String reason,
            @Mixin WhoOption who) {
        PrintWriter out = spec.commandLine().getOut();
        if (reason.isBlank()) {
            MovePlan plan = wiring.operations
                    .access()
                    .ask(new Reader(), operations -> operations.repair().move(run, to, set));
            plan.lines().forEach(line -> out.println(Visible.line(line)));
            out.println(
                    plan.allowed()
                            ? "Sum " + Sha256.shortened(plan.shown()) + "; --reason WHY asks for it"
                            : "Not now: " + plan.refusal());
        } else {
            Question task = wiring.operations
                    .access()
                    .ask(who.asking(wiring), operations -> operations.repair().askMove(run, to, set, shown, reason));
            out.println(task.question());
            out.println(task.detail());
            out.println("Another person: ./vesper tasks approve " + task.id());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description =
                    "Asks that the day of a run be replayed from a stage, in a new run that takes its place; another"
                            + " person agrees by answering the task. Without a stage it lists them; without a reason it only says"
                            + " what would change.",
            footer = {
                "",
                "Examples:",
                "  ./vesper runs replay 2018-04-11-001",
                "  ./vesper runs replay 2018-04-11-001 --from rebalance",
                "  ./vesper runs replay 2018-04-11-001 --from rebalance --reason \"the limit was wrong\"",
                "  ./vesper tasks approve 2018-04-11-001/replay-day-1"
            })
    int replay(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Option(
                            names = "--from",
                            paramLabel = "STAGE",
                            description = "The first stage that is worked anew: check-data or rebalance.")
                    @Nullable
                    String from,
            @Option(
                            names = "--shown",
                            defaultValue = "",
                            paramLabel = "SUM",
                            description = "The sum that was shown: refused where something has changed since.")
                    String shown,
            @Option(names = "--reason", defaultValue = "", description = "Why; then it is asked.") String reason,
            @Mixin WhoOption who,
            @Mixin FormatOption format) {
        PrintWriter out = spec.commandLine().getOut();
        if (from == null) {
            if (!reason.isBlank()) {
                throw Problem.usage(
                        "Expected --from with --reason, for example --from rebalance, but got --reason alone");
            }
            ReplayChoices choices = wiring.operations
                    .access()
                    .ask(new Reader(), operations -> operations.repair().replays(run));
            Table table = new Table("from", "state", "not now because");
            choices.stages().forEach(stage -> table.row(stage.word(), stage.state(), stage.refusal()));
            wiring.console.say("Run " + run + ": " + choices.stands());
            format.write(table, out);
        } else if (reason.isBlank()) {
            ReplayPlan plan = wiring.operations
                    .access()
                    .ask(new Reader(), operations -> operations.repair().replay(run, from));
            plan.lines().forEach(line -> out.println(Visible.line(line)));
            out.println(
                    plan.allowed()
                            ? "Sum " + Sha256.shortened(plan.shown()) + "; --reason WHY asks for it"
                            : "Not now: " + plan.refusal());
        } else {
            Question task = wiring.operations
                    .access()
                    .ask(who.asking(wiring), operations -> operations.repair().askReplay(run, from, shown, reason));
            out.println(task.question());
            out.println(task.detail());
            out.println("Another person: ./vesper tasks approve " + task.id());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "abandon",
            mixinStandardHelpOptions = true,
            description = "Closes a run that has not ended, while no stage of it is at work; what it did stays, nothing"
                    + " more is done.",
            footer = {"", "Example: ./vesper runs abandon 2018-04-11-001 --reason \"wrong prices\""})
    int abandon(
            @Parameters(paramLabel = "RUN", description = "The run, for example 2018-04-11-001.") RunId run,
            @Mixin WhoOption who,
            @Mixin ReasonOption why) {
        wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.repair().close(run, why.reason));
        wiring.console.say("Run " + run + " is closed; what it had filled is in the books");
        return 0;
    }
}
