package dev.vesper.app.cli;

import dev.vesper.adapters.firm.SentChildrenFile;
import dev.vesper.adapters.firm.TickFile;
import dev.vesper.adapters.firm.WorkedOrdersFile;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.execution.analysis.CheckedFills;
import dev.vesper.execution.analysis.Finding;
import dev.vesper.execution.analysis.MarketDay;
import dev.vesper.execution.analysis.SentChild;
import dev.vesper.execution.analysis.WorkedOrder;
import dev.vesper.market.ticks.BestQuotes;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
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
            names = "--children",
            paramLabel = "FILE",
            description = "What was sent to venues, for fill and cancel rates and times to the fill.")
    private @Nullable Path children;

    @Option(
            names = "--by",
            paramLabel = "order|venue|strategy|account",
            defaultValue = "order",
            description = "What a row of the table is; JSON has them all.")
    private CostReport.By by = CostReport.By.ORDER;

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
    private final ExpectedOptions expected = new ExpectedOptions();

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
        List<SentChild> sent = children == null ? List.of() : SentChildrenFile.read(children);
        List<WorkedOrder> ordered = WorkedOrdersFile.orders(orders);
        CheckedFills checked = CheckedFills.of(ordered, WorkedOrdersFile.fills(fills));
        MarketDay market = new MarketDay(
                TickFile.trades(trades), BestQuotes.of(TickFile.quotes(quotes)), session.span(), horizon * 1000L);
        CostReport report = CostReport.of(
                ordered,
                checked,
                market,
                new CostFigures(market, Optional.ofNullable(previousClose), expected.costs(), sent));
        format.write(
                report.table(by),
                report.whole(session.words(), horizon).nested(),
                spec.commandLine().getOut());
        say(report.findings());
        return 0;
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
