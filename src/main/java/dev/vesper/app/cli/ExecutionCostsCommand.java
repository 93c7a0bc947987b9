package dev.vesper.app.cli;

import dev.vesper.adapters.firm.TickFile;
import dev.vesper.adapters.firm.WorkedOrdersFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.CheckedFills;
import dev.vesper.execution.analysis.Finding;
import dev.vesper.execution.analysis.GroupCost;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.OrderCost;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.market.ticks.BestQuotes;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What executions cost. */
@Command(
        name = "costs",
        mixinStandardHelpOptions = true,
        description = "What executions cost beside a recorded market; positive is a cost.",
        footer = {
            "",
            "Example: ./vesper execution costs --orders orders.csv --fills fills.csv --trades trades.csv.gz"
                    + " --quotes quotes.csv.gz --by venue"
        })
final class ExecutionCostsCommand implements Callable<Integer> {
    private static final int MOST_HORIZON_SECONDS = 3_600;

    /** What a row of the table is. */
    enum By {
        ORDER,
        VENUE,
        STRATEGY,
        ACCOUNT
    }

    @Option(names = "--orders", required = true, paramLabel = "FILE", description = "What was ordered.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path orders;

    @Option(names = "--fills", required = true, paramLabel = "FILE", description = "What was filled.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path fills;

    @Option(names = "--trades", required = true, paramLabel = "FILE", description = "The market's trades of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path trades;

    @Option(names = "--quotes", required = true, paramLabel = "FILE", description = "The market's quotes of the day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path quotes;

    @Option(
            names = "--by",
            paramLabel = "order|venue|strategy|account",
            defaultValue = "order",
            description = "What a row of the table is; JSON has them all.")
    private By by = By.ORDER;

    @Option(names = "--previous-close", paramLabel = "PRICE", description = "The close of the day before.")
    private @Nullable BigDecimal previousClose;

    @Mixin
    private final SessionOption session = new SessionOption();

    @Option(
            names = "--horizon",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How much later realised spread and reversion take their mid; 60 by default.")
    private int horizon = 60;

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (horizon < 1 || horizon > MOST_HORIZON_SECONDS) {
            throw Problem.usage("Expected a horizon of 1 to " + MOST_HORIZON_SECONDS + " seconds, but got " + horizon);
        }
        if (previousClose != null && previousClose.signum() <= 0) {
            throw Problem.usage("Expected a previous close above 0, but got " + previousClose.toPlainString());
        }
        List<WorkedOrder> ordered = WorkedOrdersFile.orders(orders);
        CheckedFills checked = CheckedFills.of(ordered, WorkedOrdersFile.fills(fills));
        MarketDay market = new MarketDay(
                TickFile.trades(trades), BestQuotes.of(TickFile.quotes(quotes)), session.span(), horizon * 1000L);
        List<OrderCost> costs = ordered.stream()
                .map(order -> OrderCost.of(order, checked.of(order), market))
                .toList();
        CostFigures figures = new CostFigures(market, Optional.ofNullable(previousClose));
        Figures whole = new Figures()
                .put("sign", CostFigures.SIGN)
                .put("symbol", ordered.getFirst().symbol())
                .put("session", session.words())
                .put("horizon_seconds", horizon)
                .put("total", figures.group("group", true).apply(GroupCost.all(costs)))
                .put("orders", costs.stream().map(figures::order).toList())
                .put("venues", rows(By.VENUE, costs, market, figures))
                .put("strategies", rows(By.STRATEGY, costs, market, figures))
                .put("accounts", rows(By.ACCOUNT, costs, market, figures))
                .put(
                        "findings",
                        checked.findings().stream()
                                .map(ExecutionCostsCommand::finding)
                                .toList());
        format.write(
                table(rows(by, costs, market, figures)),
                whole.nested(),
                spec.commandLine().getOut());
        say(checked.findings());
        return 0;
    }

    private static List<Figures> rows(By by, List<OrderCost> costs, MarketDay market, CostFigures figures) {
        return switch (by) {
            case ORDER -> costs.stream().map(figures::order).toList();
            case VENUE ->
                GroupCost.byVenue(costs, market).stream()
                        .map(figures.group("venue", false))
                        .toList();
            case STRATEGY ->
                GroupCost.by(WorkedOrder::strategy, costs).stream()
                        .map(figures.group("strategy", true))
                        .toList();
            case ACCOUNT ->
                GroupCost.by(WorkedOrder::account, costs).stream()
                        .map(figures.group("account", true))
                        .toList();
        };
    }

    private Table table(List<Figures> rows) {
        String[] columns = CostFigures.columns(by == By.ORDER, by.name().toLowerCase(Locale.ROOT));
        Table table = new Table(columns);
        for (Figures row : rows) {
            Map<String, Object> cells = row.nested();
            Object[] line = new Object[columns.length];
            for (int i = 0; i < line.length; i++) {
                line[i] = cells.getOrDefault(columns[i], "");
            }
            table.row(line);
        }
        return table;
    }

    private static Figures finding(Finding finding) {
        return new Figures()
                .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("order_id", finding.orderId())
                .put("counted", finding.kind().counted() ? "yes" : "no")
                .put("words", finding.words());
    }

    private void say(List<Finding> findings) {
        PrintWriter err = spec.commandLine().getErr();
        if (format.format != Table.Format.JSON) {
            err.println("  " + CostFigures.SIGN);
        }
        findings.forEach(finding -> err.println("  ! " + finding.place() + ": " + finding.words()));
        err.flush();
    }
}
