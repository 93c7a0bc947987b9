package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.limits.ExposureLine;
import dev.vesper.desk.limits.LimitLine;
import dev.vesper.desk.limits.LimitOrder;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How full the limits of a run are, and what it is exposed to. */
@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Lists how full the limits of a run are, and what it is exposed to, before its orders and after.",
        footer = {"", "Example: ./vesper limits list --run 2018-04-11-001"})
final class LimitsCommand {
    private final Wiring wiring;

    LimitsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    private CommandSpec spec = CommandSpec.create();

    /** Takes the command as picocli made it, and gives it the verb that is a class of its own. */
    @Spec
    void verbs(CommandSpec made) {
        this.spec = made;
        made.addSubcommand(null, new CommandLine(new BreachesOfLimits(wiring)));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Each limit at its worst account, breaches first.")
    int list(
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Mixin FormatOption format) {
        return lines(ask(operations -> operations.limits().worst(run)), format);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One limit, account by account; with an account, the orders that fill it most there.")
    int show(
            @Parameters(paramLabel = "RULE", description = "As limits list names it, for example position-weight.")
                    String rule,
            @Parameters(
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "ACCOUNT",
                            description = "Whose orders are shown.")
                    String account,
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Option(names = "--from", defaultValue = "0", description = "How many are passed over.") int from,
            @Option(names = "--most", defaultValue = "200", description = "How many are shown (default 200).") int most,
            @Mixin FormatOption format) {
        if (account.isEmpty()) {
            return lines(ask(operations -> operations.limits().accounts(run, rule, from, most)), format);
        }
        Table table = new Table("order", "symbol", "side", "quantity", "use", "of the limit");
        for (LimitOrder one : ask(operations -> operations.limits().orders(run, rule, account, from, most))) {
            table.row(
                    one.order(),
                    one.symbol(),
                    one.side().name().toLowerCase(Locale.ROOT),
                    Numbers.exact(one.quantity()),
                    Numbers.exact(one.use()),
                    Numbers.percent(one.share(), 1));
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "exposures",
            mixinStandardHelpOptions = true,
            description = "What is held before the orders, after them, and as they are filled.")
    int exposures(
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Option(
                            names = "--by",
                            defaultValue = "SECTOR",
                            description = "One of ${COMPLETION-CANDIDATES} (default SECTOR).")
                    ExposureBy by,
            @Mixin FormatOption format) {
        Table table = new Table("currency", "name", "before", "after", "filled", "share before", "share after");
        for (ExposureLine one : ask(operations -> operations.limits().exposures(run, by))) {
            table.row(
                    one.currency(),
                    Visible.line(one.name()),
                    Numbers.amount(one.before()),
                    Numbers.amount(one.after()),
                    Numbers.amount(one.filled()),
                    Numbers.percent(one.shareBefore(), 2),
                    Numbers.percent(one.shareAfter(), 2));
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private int lines(List<LimitLine> lines, FormatOption format) {
        Table table = new Table(
                "limit",
                "version",
                "account",
                "subject",
                "state",
                "allowed",
                "bound",
                "before",
                "asked",
                "after",
                "utilisation",
                "breached");
        for (LimitLine one : lines) {
            table.row(
                    one.rule(),
                    one.version(),
                    one.account(),
                    one.subject(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    Numbers.exact(one.limit()),
                    one.bound().name().toLowerCase(Locale.ROOT),
                    used(one.before()),
                    used(one.asked()),
                    used(one.after()),
                    Numbers.percent(one.utilisation(), 1),
                    one.breached() + " of " + one.accounts());
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private <R> R ask(Function<Operations, R> question) {
        return wiring.operations.access().ask(new Reader(), question);
    }

    private static String used(@Nullable BigDecimal value) {
        return value == null ? "" : Numbers.exact(value);
    }
}
