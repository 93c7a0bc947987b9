package dev.vesper.app.cli;

import dev.vesper.execution.estimate.CostEstimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Estimates as figures: basis points to four places, money to the cent, factors to six. */
final class EstimateFigures {
    private EstimateFigures() {}

    static BigDecimal bps(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }

    static BigDecimal number(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    }

    static BigDecimal money(double bps, BigDecimal value) {
        return BigDecimal.valueOf(bps).multiply(value).movePointLeft(4).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Its two ends; nothing where there is none. */
    static void interval(Figures figures, String name, CostEstimate.@Nullable Interval interval) {
        if (interval != null) {
            figures.put(name + "_low_bps", bps(interval.lowBps())).put(name + "_high_bps", bps(interval.highBps()));
        }
    }
}
