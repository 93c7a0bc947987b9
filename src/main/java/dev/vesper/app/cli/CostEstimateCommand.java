package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.estimate.CostEstimate;
import dev.vesper.execution.estimate.PlannedOrder;
import dev.vesper.execution.estimate.SquareRootImpact;
import dev.vesper.maths.CensoredLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What an order would cost. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "What an order is expected to cost before it is worked; positive is a cost.",
        footer = {
            "",
            "Example: ./vesper execution estimate --quantity 50000 --daily-volume 4000000 --volatility 0.018 --spread 2.5"
                    + " --price 50.20"
        })
final class CostEstimateCommand implements Callable<Integer> {
    @Option(names = "--quantity", required = true, paramLabel = "UNITS", description = "Units of the whole order.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal quantity;

    @Option(
            names = "--daily-volume",
            required = true,
            paramLabel = "UNITS",
            description = "What the market trades a day.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal dailyVolume;

    @Option(
            names = "--volatility",
            required = true,
            paramLabel = "SHARE",
            description = "Standard deviation of a day's return, for example 0.018.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal volatility;

    @Option(names = "--spread", required = true, paramLabel = "BPS", description = "Quoted spread in basis points.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private BigDecimal spread;

    @Option(names = "--price", paramLabel = "PRICE", description = "Arrival price, for the cost in money.")
    private @Nullable BigDecimal price;

    @Option(
            names = "--y",
            paramLabel = "Y",
            description = "The factor of the square root, where nothing is fitted; 1 by default.")
    private @Nullable BigDecimal factor;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the error bars; 0.95 by default.")
    private BigDecimal confidence = new BigDecimal("0.95");

    @ArgGroup(exclusive = false, multiplicity = "0..*", heading = "A past day that it is fitted to, once or more:%n")
    private List<PastDayOptions> days = new ArrayList<>();

    @Mixin
    private final SessionOption session = new SessionOption();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
            throw Problem.usage("Expected a confidence between 0 and 1, but got " + confidence.toPlainString());
        }
        if (factor != null && !days.isEmpty()) {
            throw Problem.usage("Expected --y or past days that it is fitted to, but got both");
        }
        PlannedOrder order = new PlannedOrder(
                positive("--quantity", quantity),
                positive("--daily-volume", dailyVolume),
                positive("--volatility", volatility),
                spread.signum() == 0 ? 0 : positive("--spread", spread));
        PastDays past = PastDays.of(days, session.span());
        SquareRootImpact model = days.isEmpty()
                ? factor == null ? SquareRootImpact.USUAL : SquareRootImpact.given(positive("--y", factor))
                : past.fitted();
        Figures figures = figures(order, model, past);
        format.write(figures.rows(), figures.nested(), spec.commandLine().getOut());
        return 0;
    }

    private static double positive(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(new BigDecimal("1e12")) > 0) {
            throw Problem.usage("Expected " + name + " above 0 and at most 1e12, but got " + value.toPlainString());
        }
        return value.doubleValue();
    }

    private Figures figures(PlannedOrder order, SquareRootImpact model, PastDays past) {
        CostEstimate cost = model.of(order, confidence.doubleValue());
        Figures estimate = new Figures()
                .put("cost_bps", EstimateFigures.bps(cost.bps()))
                .put("half_spread_bps", EstimateFigures.bps(cost.halfSpreadBps()))
                .put("impact_bps", EstimateFigures.bps(cost.impactBps()));
        EstimateFigures.interval(estimate, "mean", cost.mean());
        EstimateFigures.interval(estimate, "order", cost.single());
        if (price != null) {
            BigDecimal value = quantity.multiply(BigDecimal.valueOf(positive("--price", price)));
            estimate.put("cost", EstimateFigures.money(cost.bps(), value));
        }
        Figures said = new Figures().put("y", EstimateFigures.number(model.y()));
        if (model.fit().isPresent()) {
            CensoredLine line = model.fit().get();
            said.put("y_error", EstimateFigures.number(line.slopeError()))
                    .put("noise", EstimateFigures.number(line.noise()))
                    .put("orders", line.points())
                    .put("not_done", line.censored())
                    .put("without_quotes", past.without());
        }
        return new Figures()
                .put("sign", CostFigures.SIGN)
                .put("confidence", confidence)
                .put("estimate", estimate)
                .put("model", said);
    }
}
