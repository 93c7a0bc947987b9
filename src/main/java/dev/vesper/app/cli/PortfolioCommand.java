package dev.vesper.app.cli;

import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.firm.PriceMatrix;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import dev.vesper.market.PriceHistory;
import dev.vesper.portfolio.StrategySettings;
import dev.vesper.portfolio.Weighting;
import dev.vesper.portfolio.Weights;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Portfolio calculations: no engine is started. */
@Command(
        name = "portfolio",
        mixinStandardHelpOptions = true,
        description = "Calculates portfolios from a price file.",
        footer = {"", "Example: ./vesper portfolio weights --prices prices.csv.gz --method hrp"})
final class PortfolioCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Command(
            name = "weights",
            mixinStandardHelpOptions = true,
            description = "Target weights of a method on the last date of the prices.")
    int weights(
            @Option(
                            names = "--prices",
                            required = true,
                            paramLabel = "FILE",
                            description = "CSV or CSV.GZ, long or wide.")
                    Path prices,
            @Option(
                            names = "--method",
                            defaultValue = "hrp",
                            description = "hrp (default), equal-weight or minimum-variance.")
                    String method,
            @Option(
                            names = "--lookback",
                            defaultValue = "0",
                            paramLabel = "DAYS",
                            description = "How many last rows are seen; 0 (default) is all.")
                    int lookback,
            @Mixin FormatOption format) {
        if (lookback < 0) {
            throw Problem.usage("Expected a look-back of 0 or more days, but got " + lookback);
        }
        PriceHistory history = PriceMatrix.read(prices, PriceFile.takingSymbolFromName());
        Weights weights = Weighting.weights(new StrategySettings(method, method, lookback, List.of()), history);
        Table table = new Table("symbol", "weight");
        weights.weights()
                .forEach((symbol, weight) -> table.row(
                        symbol, format.format == Table.Format.TABLE ? (Object) weight : BigDecimal.valueOf(weight)));
        format.write(table, spec.commandLine().getOut());
        PrintWriter err = spec.commandLine().getErr();
        weights.warnings().forEach(w -> err.println("  ! " + w));
        weights.leftOut().forEach((symbol, why) -> err.println("  ! " + symbol + " left out: " + why));
        if (!weights.weights().isEmpty()) {
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
