package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.OperationsAccess;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Counted;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.operations.Inbox;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.TaskFilter;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        description = "Lists, shows, takes, hands on and decides what people are asked.",
        footer = {"", "Example: ./vesper tasks approve 2018-04-11-001/propose-trades"})
final class TasksCommand {
    private static final String SHOWN =
            "What tasks show printed as shown: where the task has changed since, the answer is refused.";

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
            TaskCard card = operations.inbox().card(id);
            Question task = card.question();
            print(task);
            TaskHistory.print(card, out());
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
                        : !task.ended().isEmpty()
                                ? "Ended: " + task.ended()
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
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason,
            @Option(names = "--shown", defaultValue = "", paramLabel = "SUM", description = SHOWN) String shown,
            @Option(
                            names = "--without",
                            split = ",",
                            paramLabel = "ORDER",
                            description =
                                    "Orders to leave out, with a reason: they are never sent. The rules and the cash"
                                            + " judge the rest again.")
                    @Nullable
                    List<String> without) {
        return decide(id, Answer.APPROVE, who, reason, shown, without == null ? List.of() : without);
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
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason,
            @Option(names = "--shown", defaultValue = "", paramLabel = "SUM", description = SHOWN) String shown) {
        return decide(id, Answer.REJECT, who, reason, shown, List.of());
    }

    private int decide(String id, Answer answer, WhoOption who, String reason, String shown, List<String> without) {
        Question task = wiring.operations
                .access()
                .ask(who.asking(wiring), operations -> operations.tasks().answer(id, answer, reason, shown, without));
        PrintWriter out = out();
        out.println(task.id() + ": " + task.word() + " by " + task.decidedBy()
                + (without.isEmpty() ? "" : " without " + Counted.of(without.size(), "order"))
                + (task.run() == null
                        ? "; ./vesper " + where(task.kind()) + " shows where it stands"
                        : "; the day goes on in ./vesper up, or with ./vesper eod --resume"));
        out.flush();
        return 0;
    }

    @Command(
            name = "inbox",
            mixinStandardHelpOptions = true,
            description = "Whose tasks are, the most urgent first: those that wait for you, or everybody's.")
    int inbox(
            @Mixin WhoOption who,
            @Option(names = "--all", description = "Everybody's, not yours alone.") boolean all,
            @Option(
                            names = "--state",
                            defaultValue = "open",
                            paramLabel = "STATE",
                            description = "open, overdue or answered.")
                    String state,
            @Option(names = "--group", defaultValue = "", paramLabel = "GROUP", description = "Of one inbox only.")
                    String group,
            @Mixin FormatOption format) {
        TaskFilter filter = new TaskFilter(
                all ? TaskFilter.Whose.ALL : TaskFilter.Whose.MINE, TaskFilter.State.WORDS.get(state), group);
        OperationsAccess.Asking asking = all ? who.askingOrReader(wiring) : who.asking(wiring);
        Table table = new Table("task", "inbox", "due", "taken by", "question");
        for (TaskCard card : wiring.operations
                .access()
                .ask(asking, operations -> operations.inbox().tasks(filter, 0, OperationsAccess.SHOWN))) {
            table.row(
                    card.question().id(),
                    card.group(),
                    card.due() == null ? "" : card.due() + (card.overdue() ? " overdue" : ""),
                    card.holder() == null ? "" : card.holder(),
                    card.question().question());
        }
        format.write(table, out());
        return 0;
    }

    @Command(
            name = "claim",
            mixinStandardHelpOptions = true,
            description = "Takes a task: nobody else says yes to it until it is given back.")
    int claim(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Mixin WhoOption who,
            @Option(
                            names = "--version-seen",
                            defaultValue = "-1",
                            paramLabel = "N",
                            description = "The version that tasks show printed: refused where it changed since.")
                    int seen) {
        return act(
                who,
                inbox -> inbox.claim(id, seen < 0 ? OptionalInt.empty() : OptionalInt.of(seen)),
                card -> "taken by " + card.holder());
    }

    @Command(
            name = "give-back",
            mixinStandardHelpOptions = true,
            description = "Gives a task back, or takes it from somebody else, which needs a reason.")
    int giveBack(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Mixin WhoOption who,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return act(who, inbox -> inbox.giveBack(id, reason), _ -> "free");
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Asks the maker something before you check; the task stays open.")
    int ask(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Parameters(paramLabel = "TEXT", description = "What you want to know.") String text,
            @Mixin WhoOption who) {
        return act(who, inbox -> inbox.ask(id, text), card -> card.maker() + " is asked");
    }

    @Command(name = "reply", mixinStandardHelpOptions = true, description = "Replies, as the maker, to a checker.")
    int reply(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Parameters(paramLabel = "TEXT", description = "What you say.") String text,
            @Mixin WhoOption who) {
        return act(who, inbox -> inbox.reply(id, text), _ -> "replied");
    }

    @Command(
            name = "delegate",
            mixinStandardHelpOptions = true,
            description =
                    "Hands a task on to another person who may answer it; of the two only one counts as a checker.")
    int delegate(
            @Parameters(
                            paramLabel = "TASK",
                            description = "The task, for example 2018-04-11-001/propose-trades or D-17/approve-flow.")
                    String id,
            @Parameters(paramLabel = "NAME", description = "To whom, letter for letter.") String to,
            @Mixin WhoOption who,
            @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.") String reason) {
        return act(who, inbox -> inbox.delegate(id, to, reason), card -> "handed on to " + card.holder());
    }

    private int act(WhoOption who, Function<Inbox, TaskCard> act, Function<TaskCard, String> says) {
        TaskCard card = wiring.operations.access().ask(who.asking(wiring), operations -> act.apply(operations.inbox()));
        PrintWriter out = out();
        out.println(card.question().id() + ": " + says.apply(card));
        out.flush();
        return 0;
    }

    /** The command that shows what a question without a run is about. */
    private static String where(String kind) {
        if (kind.startsWith("release-kill-")) {
            return "kill show";
        }
        if (kind.startsWith("review-")) {
            return "tasks list";
        }
        return kind.endsWith("-break") ? "books breaks" : "books flows";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
