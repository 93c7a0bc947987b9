package dev.vesper.app.cli;

import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.firm.PriceMatrix;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Given;
import dev.vesper.basics.Kind;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.market.PriceHistory;
import dev.vesper.portfolio.weighting.WeightingMethod;
import dev.vesper.portfolio.weighting.WeightingMethods;
import dev.vesper.portfolio.weighting.WeightingProblem;
import dev.vesper.portfolio.weighting.Weights;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a weighting method would hold: which methods and parameters there are, the registry says. */
@Command(
        name = "weights",
        mixinStandardHelpOptions = true,
        description = "Target weights of a method on the last date of the prices.")
final class WeightsCommand implements Callable<Integer> {
    private final Registry<Kind<? extends WeightingMethod>> methods;

    @SuppressWarnings("NullAway.Init") // picocli sets it by the method below
    private CommandSpec spec;

    @Option(names = "--prices", required = true, paramLabel = "FILE", description = "CSV or CSV.GZ, long or wide.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path prices;

    @Option(
            names = "--method",
            paramLabel = "WORD",
            defaultValue = "hrp",
            description = "hrp (default) or another of those below.")
    private String method = "hrp";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the method; may be given several times.")
    private List<String> parameters = List.of();

    @Option(
            names = "--lookback",
            defaultValue = "0",
            paramLabel = "DAYS",
            description = "How many last rows are seen; 0 (default) is all.")
    private int lookback;

    @Mixin
    private final FormatOption format = new FormatOption();

    WeightsCommand() {
        this(WeightingMethods.ALL);
    }

    WeightsCommand(Registry<Kind<? extends WeightingMethod>> methods) {
        this.methods = methods;
    }

    /** Its help ends with the methods of its registry. */
    @Spec
    void describe(CommandSpec command) {
        spec = command;
        command.usageMessage().footer(KindHelp.lines("Methods", methods));
    }

    @Override
    public Integer call() {
        if (lookback < 0) {
            throw Problem.usage("Expected a look-back of 0 or more days, but got " + lookback);
        }
        WeightingMethod chosen = methods.get(method)
                .make(parameters.stream().map(p -> Given.option("--set", p)).toList());
        PriceHistory history = PriceMatrix.read(prices, PriceFile.takingSymbolFromName());
        Weights weights = chosen.weigh(new WeightingProblem(history, lookback, List.of()));
        Table table = new Table("symbol", "weight");
        weights.weights()
                .forEach((symbol, weight) -> table.row(
                        symbol, format.format == Table.Format.TABLE ? (Object) weight : BigDecimal.valueOf(weight)));
        format.write(table, spec.commandLine().getOut());
        PrintWriter err = spec.commandLine().getErr();
        weights.warnings().forEach(w -> err.println("  ! " + w));
        weights.leftOut().forEach((symbol, why) -> err.println("  ! " + symbol + " left out: " + why));
        if (weights.returns() == 0) {
            err.println("No volatility and no return: they need two prices of an instrument at least, and there are "
                    + history.dates().size() + " dates");
        } else if (!weights.weights().isEmpty()) {
            err.printf(
                    Locale.ROOT,
                    "%s over %d returns: volatility %.2f %%, past return %.2f %% a year%n",
                    weights.method(),
                    weights.returns(),
                    weights.volatility() * 100,
                    weights.expectedReturn() * 100);
        }
        err.flush();
        return 0;
    }
}
