package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.operations.Reader;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What people are asked, and their answers. */
@Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and decides what people are asked.",
        footer = {"", "Example: ./vesper tasks approve 2018-04-11-001/propose-trades --as alice"})
final class TasksCommand {
    private final Wiring wiring;

    TasksCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Open tasks first, then the newest.")
    int list(@Mixin FormatOption format) {
        Table table = new Table("task", "state", "by", "question");
        for (Question task : wiring.operations
                .access()
                .ask(new Reader(), operations -> operations.tasks().newest(OperationsAccess.SHOWN))) {
            table.row(task.id(), task.word(), task.decidedBy() == null ? "" : task.decidedBy(), task.question());
        }
        format.write(table, out());
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What is asked, and all there is to see before deciding: every order, before and after, every"
                    + " verdict.")
    int show(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            Question task = operations.tasks().show(id);
            print(task);
            RunId run = task.run();
            if (run != null && task.trades()) {
                ProposalTables.print(operations, run, out());
            }
            return 0;
        });
    }

    private void print(Question task) {
        PrintWriter out = out();
        out.println(task.question());
        out.println();
        out.println(task.detail());
        out.println();
        out.println(
                task.open()
                        ? "Open since " + task.raisedAt()
                        : "Decided: " + task.word() + " by " + task.decidedBy() + " at " + task.decidedAt()
                                + (task.reason().isEmpty() ? "" : ", " + Visible.line(task.reason())));
        out.flush();
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Says yes: proposes, approves, releases or books.")
    int approve(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Mixin WhoOption who,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return decide(id, Answer.APPROVE, who, reason);
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Says no: the day ends without trading, the flow is not booked.")
    int reject(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Mixin WhoOption who,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return decide(id, Answer.REJECT, who, reason);
    }

    private int decide(String id, Answer answer, WhoOption who, String reason) {
        Question task = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.tasks().answer(id, answer, reason));
        PrintWriter out = out();
        out.println(task.id() + ": " + task.word() + " by " + task.decidedBy()
                + (task.run() == null
                        ? "; ./vesper " + where(task.kind()) + " shows where it stands"
                        : "; the day goes on in ./vesper up, or with ./vesper eod --resume"));
        out.flush();
        return 0;
    }

    /** The command that shows what a question without a run is about. */
    private static String where(String kind) {
        if (kind.startsWith("release-kill-")) {
            return "kill show";
        }
        return kind.endsWith("-break") ? "books breaks" : "books flows";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
