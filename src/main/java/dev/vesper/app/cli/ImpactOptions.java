package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.execution.schedule.AlmgrenChriss;
import dev.vesper.execution.schedule.Window;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The model of impact by which an order of implementation shortfall is spread, in the units of its paper. */
final class ImpactOptions {
    /** A trading day of the model, in milliseconds: half past nine to four. */
    private static final double DAY_MILLIS = 6.5 * 3_600_000;

    @Option(
            names = "--risk-aversion",
            paramLabel = "LAMBDA",
            description = "is: one over money; 0 is the straight line.")
    private @Nullable Double riskAversion;

    @Option(
            names = "--volatility",
            paramLabel = "SIGMA",
            description = "is: money for each share and square root of a trading day.")
    private @Nullable Double volatility;

    @Option(
            names = "--temporary-impact",
            paramLabel = "ETA",
            description = "is: money for each share and (share a trading day).")
    private @Nullable Double temporaryImpact;

    @Option(
            names = "--permanent-impact",
            paramLabel = "GAMMA",
            defaultValue = "0",
            description = "is: money for each share and share; 0 by default.")
    private double permanentImpact;

    @Option(
            names = "--fixed-cost",
            paramLabel = "EPSILON",
            defaultValue = "0",
            description = "is: money for each share, half the spread and fees; 0 by default.")
    private double fixedCost;

    @Option(
            names = "--horizon-days",
            paramLabel = "DAYS",
            description = "is: trading days that the window stands for; by default its part of one of 6.5 hours.")
    private @Nullable Double horizonDays;

    /** @throws IllegalArgumentException where a number is out of its range */
    AlmgrenChriss model(double quantity, Window window) {
        return new AlmgrenChriss(
                quantity,
                horizonDays != null ? horizonDays : (window.endMillis() - window.startMillis()) / DAY_MILLIS,
                window.slices(),
                needed(volatility, "--volatility"),
                needed(temporaryImpact, "--temporary-impact"),
                permanentImpact,
                fixedCost,
                needed(riskAversion, "--risk-aversion"));
    }

    private static double needed(@Nullable Double value, String option) {
        if (value == null) {
            throw Problem.usage("Expected " + option + ": --strategy is asks for --risk-aversion, --volatility and"
                    + " --temporary-impact");
        }
        return value;
    }
}
