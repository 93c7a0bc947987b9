package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Visible;
import dev.vesper.desk.blotter.ChildLine;
import dev.vesper.desk.blotter.OrderLine;
import dev.vesper.desk.blotter.OrderTotals;
import dev.vesper.desk.blotter.ScheduleLine;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Reader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The orders of a run as they stand. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        description = "Lists and shows the orders of a run as they stand, while it works them and afterwards.",
        footer = {"", "Example: ./vesper orders list --run 2018-04-11-001"})
final class OrdersCommand {
    private final Wiring wiring;

    OrdersCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The parent orders, the largest first.")
    int list(
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Option(names = "--from", defaultValue = "0", description = "How many are passed over.") int from,
            @Option(names = "--most", defaultValue = "200", description = "How many are shown (default 200).") int most,
            @Mixin FormatOption format) {
        Table table = new Table(
                "order",
                "account",
                "symbol",
                "side",
                "quantity",
                "filled",
                "leaves",
                "average",
                "arrival",
                "bps",
                "currency",
                "state",
                "reason");
        for (OrderLine one : ask(operations -> operations.orders().list(run, from, most))) {
            table.row(
                    one.order(),
                    one.account(),
                    one.symbol(),
                    one.side().name().toLowerCase(Locale.ROOT),
                    Numbers.exact(one.quantity()),
                    Numbers.exact(one.filled()),
                    Numbers.exact(one.leaves()),
                    average(one),
                    Numbers.exact(one.arrivalPrice()),
                    bps(one),
                    one.currency(),
                    one.state().words(),
                    Visible.line(one.reason()));
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "One parent order, its child orders and their fills; without an order, the totals of the run.")
    int show(
            @Parameters(
                            arity = "0..1",
                            defaultValue = "",
                            paramLabel = "ORDER",
                            description = "As orders list names it.")
                    String order,
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Option(names = "--from", defaultValue = "0", description = "How many children are passed over.") int from,
            @Option(names = "--most", defaultValue = "200", description = "How many are shown (default 200).")
                    int most) {
        PrintWriter out = spec.commandLine().getOut();
        if (order.isEmpty()) {
            totals(out, ask(operations -> operations.orders().totals(run)));
        } else {
            OrderLine one = ask(operations -> operations.orders().show(run, order));
            out.println(one.order() + ": " + one.side().name().toLowerCase(Locale.ROOT) + " "
                    + Numbers.quantity(one.quantity()) + " " + one.symbol() + " for " + one.account() + ", "
                    + one.state().words() + (one.reason().isEmpty() ? "" : " (" + Visible.line(one.reason()) + ")"));
            out.println("Filled " + Numbers.quantity(one.filled()) + ", leaves " + Numbers.quantity(one.leaves())
                    + "; average " + average(one) + " " + one.currency() + " against " + one.arrivalPrice()
                    + " on arrival: " + bps(one) + " bps");
            ask(operations -> operations.orders().children(run, order, from, most))
                    .forEach(child -> child(out, child));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "schedule",
            mixinStandardHelpOptions = true,
            description = "How one parent order was to be worked, slice by slice, against what was filled of it.")
    int schedule(
            @Parameters(paramLabel = "ORDER", description = "As orders list names it.") String order,
            @Option(names = "--run", required = true, paramLabel = "RUN", description = "For example 2018-04-11-001.")
                    RunId run,
            @Mixin FormatOption format) {
        Table table = new Table("slice", "date", "from", "until", "planned", "filled");
        for (ScheduleLine line : ask(operations -> operations.orders().schedule(run, order))) {
            BigDecimal filled = line.filled();
            table.row(
                    line.slice(),
                    line.date(),
                    line.from(),
                    line.until(),
                    Numbers.exact(line.planned()),
                    filled == null ? "" : Numbers.exact(filled));
        }
        format.write(table, spec.commandLine().getOut());
        return 0;
    }

    private <R> R ask(Function<Operations, R> question) {
        return wiring.operations.access().ask(new Reader(), question);
    }

    private static void totals(PrintWriter out, OrderTotals totals) {
        out.println("Run " + totals.run().id() + ": " + Numbers.count(totals.orders()) + " orders, "
                + Numbers.count(totals.filled()) + " filled, " + Numbers.count(totals.partlyFilled()) + " in part");
        out.println(Numbers.count(totals.counts().children()) + " child orders, "
                + Numbers.count(totals.counts().rejected()) + " rejected, "
                + Numbers.count(totals.counts().denied()) + " denied; "
                + Numbers.count(totals.counts().fills()) + " fills");
        totals.currencies()
                .forEach(one -> out.println(one.currency() + " " + Numbers.amount(one.filled()) + " traded, "
                        + Numbers.percent(one.fillRate(), 1) + " of " + Numbers.amount(one.notional()) + " ordered"));
    }

    private static void child(PrintWriter out, ChildLine child) {
        out.println();
        out.println(child.child() + "  slice " + child.slice() + "  " + child.venue() + "  " + child.date() + " "
                + child.sent() + "  " + Numbers.quantity(child.quantity()) + " at " + child.limitPrice() + "  "
                + child.state() + " " + Numbers.quantity(child.filled())
                + (child.reason().isEmpty() ? "" : "  " + Visible.line(child.reason())));
        child.fills()
                .forEach(fill -> out.println("  " + fill.at() + "  " + fill.venue() + "  "
                        + Numbers.quantity(fill.quantity()) + " at " + fill.price() + "  fee " + fill.fee() + "  "
                        + Visible.line(fill.execution())));
    }

    private static String average(OrderLine one) {
        BigDecimal price = one.averagePrice();
        return price == null ? "" : Numbers.decimals(price, 4);
    }

    private static String bps(OrderLine one) {
        return one.averagePrice() == null ? "" : Numbers.bps(one.executionBps());
    }
}
