package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.estimate.SquareRootImpact;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what costs are expected, so that they can be compared with what they were. */
final class ExpectedOptions {
    @Option(
            names = "--volatility",
            paramLabel = "SHARE",
            description = "Standard deviation of a day's return as it was known before, for example 0.018: with it and"
                    + " --daily-volume each order has its estimate beside what it cost.")
    private @Nullable BigDecimal volatility;

    @Option(
            names = "--daily-volume",
            paramLabel = "UNITS",
            description = "What the market trades a day, as it was known before.")
    private @Nullable BigDecimal dailyVolume;

    @Option(
            names = "--y",
            paramLabel = "Y",
            description = "Of the estimate, as \"execution estimate\" fits it; 1 by default.")
    private @Nullable BigDecimal factor;

    @Option(
            names = "--noise",
            paramLabel = "SHARE",
            description = "Of the estimate, as it fits it: how far an order lies off, in a day's volatility.")
    private @Nullable BigDecimal noise;

    /** Empty where nothing is asked. */
    Optional<ExpectedCosts> costs() {
        if (volatility == null && dailyVolume == null) {
            if (factor != null || noise != null) {
                throw Problem.usage(
                        "Expected --volatility and --daily-volume with --y and --noise, but they are missing");
            }
            return Optional.empty();
        }
        if (volatility == null || dailyVolume == null) {
            throw Problem.usage("Expected --volatility and --daily-volume together, but got only one of them");
        }
        return Optional.of(new ExpectedCosts(
                factor == null ? SquareRootImpact.USUAL : SquareRootImpact.given(positive("--y", factor)),
                positive("--volatility", volatility),
                positive("--daily-volume", dailyVolume),
                noise == null ? Optional.empty() : Optional.of(positive("--noise", noise))));
    }

    /** What lies within what anybody means. */
    static double positive(String name, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(new BigDecimal("1e12")) > 0) {
            throw Problem.usage("Expected " + name + " above 0 and at most 1e12, but got " + value.toPlainString());
        }
        return value.doubleValue();
    }
}
