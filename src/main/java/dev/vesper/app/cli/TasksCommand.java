package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.TaskId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.operations.Person;
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
        for (UserTask task : wiring.operations
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
            @Parameters(paramLabel = "TASK", description = "The task, for example 2018-04-11-001/propose-trades.")
                    String id) {
        return wiring.operations.access().ask(new Reader(), operations -> {
            UserTask task = operations.tasks().show(TaskId.of(id));
            print(task);
            if (task.kind() != TaskKind.RELEASE_DATA) {
                ProposalTables.print(operations, task.run(), out());
            }
            return 0;
        });
    }

    private void print(UserTask task) {
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
            description = "Says yes: proposes, approves or releases.")
    int approve(
            @Parameters(paramLabel = "TASK", description = "The task, for example 2018-04-11-001/propose-trades.")
                    String id,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return decide(id, Answer.APPROVE, by, reason);
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Says no: the day ends without trading.")
    int reject(
            @Parameters(paramLabel = "TASK", description = "The task, for example 2018-04-11-001/propose-trades.")
                    String id,
            @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who you are.") String by,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return decide(id, Answer.REJECT, by, reason);
    }

    private int decide(String id, Answer answer, String by, String reason) {
        UserTask task = wiring.operations
                .access()
                .ask(new Person(by), operations -> operations.tasks().answer(TaskId.of(id), answer, reason));
        PrintWriter out = out();
        out.println(task.id() + ": " + task.word() + " by " + task.decidedBy()
                + "; the day goes on in ./vesper up, or with ./vesper eod --resume");
        out.flush();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
